import { ButtonLink, TextLink } from "#ui/button.tsx";
import { FileField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { PAPER } from "../messages.ts";
import type { MeetingPageProps } from "./meeting.tsx";

type View = MeetingPageProps["loaderData"];
type Typed = Readonly<Record<string, string>> | undefined;

/** Agenda and papers: what everybody should have read before the meeting. */
export function Papers({ view, values, intent }: { view: View; values: Typed; intent: string | undefined }) {
  const { agenda, papers, invitees, left, state, path, can, onceKey } = view;
  const typed = (name: string, of: string) => (intent === of ? values?.[name] : undefined);
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
          <details className="mt-3" open={agenda.length === 0 || intent === "agenda"}>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
              議題を加える
            </summary>
            <OnceForm key={agenda.length} submit="議題を加える" kind="secondary" onceKey={onceKey}>
              <input type="hidden" name="intent" value="agenda" />
              <TextField label="議題" name="title" defaultValue={typed("title", "agenda")} />
            </OnceForm>
          </details>
        ) : null}
      </Section>
      <Section title={`資料 ${papers.length}`}>
        <Lines>
          {papers.map((paper) => (
            <Line key={paper.id} id={`paper-${paper.id}`}>
              <div className="max-w-3xl">
                <p>
                  <span className="mr-2 text-dns-14N-130">{PAPER[paper.kind]}</span>
                  {paper.fileId ? (
                    <TextLink to={`${path}/papers/${paper.id}`} reload>
                      {paper.title}
                    </TextLink>
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
                <OnceForm submit="資料を外す" kind="danger">
                  <input type="hidden" name="intent" value="remove-paper" />
                  <input type="hidden" name="id" value={paper.id} />
                </OnceForm>
              ) : null}
            </Line>
          ))}
        </Lines>
        {can.prepare ? (
          <details className="mt-3" open={intent === "report" || intent === "file"}>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
              資料を加える
            </summary>
            <p className="my-4">
              <ButtonLink to={`${path}/excerpts`}>健康情報から選ぶ</ButtonLink>
            </p>
            <OnceForm
              key={`file ${papers.length}`}
              submit="ファイルを加える"
              kind="secondary"
              onceKey={onceKey}
              encType="multipart/form-data"
            >
              <input type="hidden" name="intent" value="file" />
              <FileField
                label="ファイル"
                hint="PDF・Word・Excel・PowerPoint・CSV・テキスト・画像。50MBまで"
                name="file"
              />
            </OnceForm>
            <OnceForm
              key={`report ${papers.length}`}
              submit="報告を加える"
              kind="secondary"
              onceKey={onceKey}
            >
              <input type="hidden" name="intent" value="report" />
              <TextField label="表題" name="title" defaultValue={typed("title", "report")} />
              <SelectField
                label="報告した委員"
                name="memberId"
                optional
                empty="事務局"
                options={invitees.map((one) => ({ value: one.memberId, label: one.organisation }))}
                defaultValue={typed("memberId", "report")}
              />
              <TextArea label="内容" name="text" optional defaultValue={typed("text", "report")} />
            </OnceForm>
          </details>
        ) : null}
      </Section>
      {state === "held" || state === "minuted" || left.length === 0 ? null : (
        <Section title={`残っている課題 ${left.length}`} lead="前の会議までに決まったもの">
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
