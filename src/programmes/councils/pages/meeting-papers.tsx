import { CLOSED } from "#platform/files/messages.ts";
import { FileLink } from "#ui/attachments.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { FileField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { PAPER } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";
import { Act } from "./meeting-act.tsx";

/** Agenda and papers: what everybody should have read before the meeting. */
export function Papers({ view, answer }: MeetingPart) {
  const { agenda, papers, invitees, left, state, path, can, once } = view;
  const refused = (...commands: readonly string[]) => commands.some((one) => answerFor(answer, one));
  const organisation = (id: string | null) => invitees.find((one) => one.memberId === id)?.organisation;
  return (
    <>
      <Section title={`議題 ${agenda.length}`}>
        <ol className="list-decimal pl-6">
          {agenda.map((item) => (
            <li key={item.id}>
              {item.title}
              {item.presenter ? `（${item.presenter}）` : ""}
            </li>
          ))}
        </ol>
        {can.prepare ? (
          <Folded summary="議題を追加する" open={agenda.length === 0 || refused("agenda.add")}>
            <CommandForm
              key={agenda.length}
              command="agenda.add"
              answer={answer}
              once={once.agenda}
              submit="議題を追加する"
              kind="secondary"
            >
              <TextField label="議題" name="title" />
            </CommandForm>
          </Folded>
        ) : null}
      </Section>
      <Section title={`資料 ${papers.length}`}>
        <Lines>
          {papers.map((paper) => (
            <Line key={paper.id} id={`paper-${paper.id}`}>
              <div className="max-w-3xl">
                <p>
                  <span className="mr-2 text-dns-14N-130">{PAPER[paper.kind]}</span>
                  {paper.isFile ? (
                    <FileLink to={`${path}/papers/${paper.id}`} closed={CLOSED[paper.state]}>
                      {paper.title}
                    </FileLink>
                  ) : paper.excerpt ? (
                    <TextLink to={`${path}/excerpts/${paper.id}`}>{paper.title}</TextLink>
                  ) : (
                    paper.title
                  )}
                </p>
                {paper.memberId ? (
                  <p className="text-dns-14N-130">報告 {organisation(paper.memberId)}</p>
                ) : null}
                {paper.text ? <p className="whitespace-pre-line">{paper.text}</p> : null}
                {paper.excerpt ? (
                  <p>
                    {paper.excerpt.sentence}
                    <span className="block text-dns-14N-130">出典 {paper.excerpt.source}</span>
                  </p>
                ) : null}
              </div>
              {can.prepare ? (
                <Act command="paper.delete" label="資料を外す" kind="danger" id={paper.id} />
              ) : null}
            </Line>
          ))}
        </Lines>
        {can.prepare ? (
          <Folded summary="資料を追加する" open={refused("paper.add-report", "paper.add-file")}>
            <p className="my-4">
              <ButtonLink to={`${path}/excerpts`}>健康情報から選ぶ</ButtonLink>
            </p>
            <CommandForm
              key={`file ${papers.length}`}
              command="paper.add-file"
              answer={answer}
              once={once.file}
              submit="ファイルを追加する"
              kind="secondary"
              encType="multipart/form-data"
            >
              <FileField
                label="ファイル"
                hint="PDF・Word・Excel・PowerPoint・CSV・テキスト・画像。50MBまで"
                name="file"
              />
            </CommandForm>
            <CommandForm
              key={`report ${papers.length}`}
              command="paper.add-report"
              answer={answer}
              once={once.report}
              submit="報告を追加する"
              kind="secondary"
            >
              <TextField label="表題" name="title" />
              <SelectField
                label="報告した委員"
                name="memberId"
                optional
                empty="事務局"
                options={invitees.map((one) => ({ value: one.memberId, label: one.organisation }))}
              />
              <TextArea label="内容" name="text" optional />
            </CommandForm>
          </Folded>
        ) : null}
      </Section>
      {state === "held" || state === "minuted" || left.length === 0 ? null : (
        <Section title={`残っている対応事項 ${left.length}`} lead="前の会議までに決まったもの">
          <ul className="list-disc pl-6">
            {left.map((task) => (
              <li key={task.id}>
                {task.line}　<TextLink to={task.to}>{task.meeting}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
