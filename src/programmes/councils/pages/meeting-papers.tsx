import { CLOSED } from "#platform/files/messages.ts";
import { FileLink } from "#ui/attachments.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { SelectField, TextArea, TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { PAPER } from "../messages.ts";
import type { MeetingPart } from "./meeting.tsx";

/** What everybody should have read before the meeting. */
export function Papers({ view, answer }: MeetingPart) {
  const { papers, invitees, path, can, once } = view;
  const refused = (...commands: readonly string[]) => commands.some((one) => answerFor(answer, one));
  const organisation = (id: string | null) => invitees.find((one) => one.memberId === id)?.organisation;
  return (
    <Section title={`資料 ${papers.length}件`}>
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
              <Removal
                open="外す"
                named={paper.title}
                goes="30日以内は元に戻せます。"
                submit="資料を外す"
                command="paper.delete"
              >
                <input type="hidden" name="id" value={paper.id} />
              </Removal>
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
  );
}
