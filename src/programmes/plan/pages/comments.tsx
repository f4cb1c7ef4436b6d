import { TextArea } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import type { CommentView } from "../comments/comment.usecases.server.ts";

const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  dateStyle: "long",
  timeStyle: "short",
});

/** What the members say, and the form to say more. */
export function Comments({
  view: { comments, mayComment, mayHide },
  once,
  answer,
}: {
  view: CommentView;
  once: string;
  answer: unknown;
}) {
  return (
    <Section
      title={`意見 ${comments.filter((one) => !one.hidden).length}`}
      id="comments"
      lead="計画を読める人だけに見えます。公開する計画には出ません。"
    >
      {comments.length === 0 ? <p>意見はまだありません。</p> : null}
      <Lines>
        {comments.map((one) => (
          <Line key={one.id}>
            <div className="min-w-0 max-w-3xl">
              <p className="text-dns-14N-130 text-solid-gray-800">
                {one.organisation}　{MOMENT.format(one.writtenAt)}
                {one.hidden ? "　伏せています（事務局にだけ見えます）" : ""}
              </p>
              <p className="break-words whitespace-pre-line">{one.text}</p>
            </div>
            {mayHide ? (
              <CommandForm
                command={one.hidden ? "plan-comment.show" : "plan-comment.hide"}
                submit={one.hidden ? "もう一度出す" : "伏せる"}
                kind="secondary"
                busy="保存しています…"
              >
                <input type="hidden" name="id" value={one.id} />
              </CommandForm>
            ) : null}
          </Line>
        ))}
      </Lines>
      {mayComment ? (
        // The key makes an empty field again once a comment was taken.
        <CommandForm
          key={comments.length}
          command="plan-comment.write"
          answer={answer}
          once={once}
          submit="意見を書く"
          kind="secondary"
          labels={{ text: "意見" }}
        >
          <TextArea label="意見" hint="所属の名前と日時が付きます。" name="text" rows={3} />
        </CommandForm>
      ) : null}
    </Section>
  );
}
