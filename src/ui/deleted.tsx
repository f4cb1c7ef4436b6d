import type { ReactNode } from "react";
import type { FormAnswer } from "#platform/kernel/form-answer.ts";
import { ButtonLink, TextLink } from "./button.tsx";
import { Line, Lines } from "./lines.tsx";
import { Empty, Notice } from "./notice.tsx";
import { OnceForm } from "./once.tsx";
import { PageHead } from "./page.tsx";

type Named = Readonly<{ kind: string; title: string }>;

/** The page of what can be brought back, each with a button; above it what was brought back last and where it is. */
export function DeletedPage({
  back,
  words,
  rows,
  restored,
  answer,
  children,
}: {
  /** The way back to where these were. */
  back: Readonly<{ to: string; label: string }>;
  /** What each kind is called. */
  words: Readonly<Record<string, string>>;
  rows: readonly (Named & Readonly<{ id: string; day: string }>)[];
  /** `gone` is what hides it still. */
  restored: (Named & Readonly<{ to: string; gone: Named | undefined }>) | undefined;
  /** The page's action data. */
  answer: Partial<FormAnswer> | undefined;
  children?: ReactNode;
}) {
  return (
    <>
      <PageHead
        title="削除した項目"
        lead="削除してから30日以内は元に戻せます。"
        actions={<ButtonLink to={back.to}>{back.label}</ButtonLink>}
      />
      {answer?.message ? <Notice kind="error" title={answer.message} /> : null}
      {restored ? (
        <Notice kind="success" title={`${words[restored.kind]}を戻しました。`}>
          {restored.gone ? (
            `${restored.title}　${words[restored.gone.kind]}「${restored.gone.title}」も削除されています。あわせて元に戻すと表示されます。`
          ) : (
            <TextLink to={restored.to}>{restored.title}</TextLink>
          )}
        </Notice>
      ) : null}
      {rows.length === 0 ? <Empty title="過去30日間に削除した項目はありません" /> : null}
      <Lines>
        {rows.map((one) => (
          <Line key={one.id} centred>
            <p className="min-w-0 max-w-3xl break-words">
              <span className="mr-3 text-std-16B-170">{words[one.kind]}</span>
              {one.title}
              <span className="ml-3 inline-block text-dns-14N-130">{one.day}に削除した</span>
            </p>
            <OnceForm submit="戻す" kind="secondary" busy="戻しています…">
              <input type="hidden" name="kind" value={one.kind} />
              <input type="hidden" name="id" value={one.id} />
            </OnceForm>
          </Line>
        ))}
      </Lines>
      {children}
    </>
  );
}
