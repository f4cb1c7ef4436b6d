import { type Option, SelectField, TextArea } from "./field.tsx";
import { Folded } from "./fold.tsx";
import { answerFor, CommandForm } from "./form.tsx";
import { Line, Lines } from "./lines.tsx";
import { Section } from "./page.tsx";

type Comment = Readonly<{
  id: string;
  text: string;
  author: string;
  writtenAt: Date;
  replyTo: string | null;
  about: string;
  hidden: boolean;
  settled: boolean;
  /** What the reader can do with it. */
  can: readonly string[];
}>;

const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  dateStyle: "long",
  timeStyle: "short",
});

/** What people say of a thing, each with its answers, and the form to say more. */
export function Comments({
  command,
  view: { comments, mayWrite },
  once,
  answer,
  lead,
  hint,
  parts = [],
}: {
  /** What the names of its commands begin with. */
  command: string;
  view: Readonly<{ comments: readonly Comment[]; mayWrite: boolean }>;
  once: string;
  answer: unknown;
  lead?: string;
  hint?: string;
  /** The parts of the thing that can be commented on. */
  parts?: readonly Option[];
}) {
  const named = new Map(parts.map(({ value, label }) => [value, label]));
  const writing = { command: `${command}.write`, once, kind: "secondary", labels: { text: "意見" } } as const;
  const answered = answerFor(answer, writing.command)?.values.replyTo;
  return (
    <Section
      title={`意見 ${comments.filter((one) => !one.hidden).length}`}
      id="comments"
      {...(lead ? { lead } : {})}
    >
      {comments.length === 0 ? <p>意見はまだありません。</p> : null}
      <Lines>
        {comments.map((one) => (
          <Line key={one.id}>
            <div className={`min-w-0 max-w-3xl ${one.replyTo ? "pl-6" : ""}`}>
              <p className="text-dns-14N-130 text-solid-gray-800">
                {one.replyTo ? <span className="sr-only">返信　</span> : null}
                {one.about ? `${named.get(one.about) ?? "外した質問"}　` : ""}
                {one.author}　{MOMENT.format(one.writtenAt)}
                {one.settled ? "　対応済み" : ""}
                {one.hidden ? "　非表示（事務局にのみ表示）" : ""}
              </p>
              <p className="break-words whitespace-pre-line">{one.text}</p>
              {one.can.includes("answer") ? (
                <Folded key={comments.length} summary="返信する" open={answered === one.id}>
                  <CommandForm
                    {...writing}
                    answer={answered === one.id ? answer : undefined}
                    submit="返信する"
                  >
                    <input type="hidden" name="replyTo" value={one.id} />
                    <TextArea label="返信" {...(hint ? { hint } : {})} name="text" rows={2} />
                  </CommandForm>
                </Folded>
              ) : null}
            </div>
            <Marks command={command} comment={one} />
          </Line>
        ))}
      </Lines>
      {mayWrite ? (
        // The key makes an empty field again once a comment was taken.
        <CommandForm
          key={comments.length}
          {...writing}
          answer={answered ? undefined : answer}
          submit="意見を投稿する"
        >
          {parts.length > 0 ? (
            <SelectField label="対象" name="about" empty="全体" optional options={parts} />
          ) : null}
          <TextArea label="意見" {...(hint ? { hint } : {})} name="text" rows={3} />
        </CommandForm>
      ) : null}
    </Section>
  );
}

const MARKS = {
  settle: "対応済みにする",
  reopen: "対応中に戻す",
  hide: "非表示にする",
  show: "再表示する",
};

function Marks({ command, comment: { id, can } }: { command: string; comment: Comment }) {
  const marks = Object.entries(MARKS).filter(([mark]) => can.includes(mark));
  if (marks.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {marks.map(([mark, submit]) => (
        <CommandForm
          key={mark}
          command={`${command}.${mark}`}
          submit={submit}
          kind="secondary"
          busy="保存しています…"
        >
          <input type="hidden" name="id" value={id} />
        </CommandForm>
      ))}
    </div>
  );
}
