import { TextLink } from "./button.tsx";
import { Line, Lines } from "./lines.tsx";
import { Empty, Notice } from "./notice.tsx";
import { OnceForm } from "./once.tsx";

type Named = Readonly<{ thing: string; title: string }>;

/** What can be brought back, each with a button; above it what was brought back last and where it is. */
export function DeletedThings({
  words,
  things,
  restored,
}: {
  /** What each kind of thing is called. */
  words: Readonly<Record<string, string>>;
  things: readonly (Named & Readonly<{ id: string; day: string }>)[];
  /** `gone` is what hides it still. */
  restored: (Named & Readonly<{ to: string; gone: Named | undefined }>) | undefined;
}) {
  return (
    <>
      {restored ? (
        <Notice kind="success" title={`${words[restored.thing]}を戻しました。`}>
          {restored.gone ? (
            `${restored.title}　${words[restored.gone.thing]}「${restored.gone.title}」も消えています。それも戻すと、見えるようになります。`
          ) : (
            <TextLink to={restored.to}>{restored.title}</TextLink>
          )}
        </Notice>
      ) : null}
      {things.length === 0 ? <Empty title="この30日に消したものはありません" /> : null}
      <Lines>
        {things.map((one) => (
          <Line key={one.id} centred>
            <p className="min-w-0 max-w-3xl break-words">
              <span className="mr-3 text-std-16B-170">{words[one.thing]}</span>
              {one.title}
              <span className="ml-3 inline-block text-dns-14N-130">{one.day}に消した</span>
            </p>
            <OnceForm submit="戻す" kind="secondary" busy="戻しています…">
              <input type="hidden" name="thing" value={one.thing} />
              <input type="hidden" name="id" value={one.id} />
            </OnceForm>
          </Line>
        ))}
      </Lines>
    </>
  );
}
