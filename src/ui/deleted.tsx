import { TextLink } from "./button.tsx";
import { Empty, Notice } from "./notice.tsx";
import { OnceForm } from "./once.tsx";

type Named = Readonly<{ name: string; title: string }>;

/** What can be brought back, each with a button; above it what was brought back last and where it is. */
export function DeletedThings({
  things,
  restored,
}: {
  things: readonly (Named & Readonly<{ thing: string; id: string; day: string }>)[];
  /** `gone` is what hides it still. */
  restored: (Named & Readonly<{ to: string; gone: Named | null }>) | null;
}) {
  return (
    <>
      {restored ? (
        <Notice kind="success" title={`${restored.name}を戻しました。`}>
          {restored.gone ? (
            <>
              {restored.title}　{restored.gone.name}「{restored.gone.title}
              」も消えています。それも戻すと、見えるようになります。
            </>
          ) : (
            <TextLink to={restored.to}>{restored.title}</TextLink>
          )}
        </Notice>
      ) : null}
      {things.length === 0 ? <Empty title="この30日に消したものはありません" /> : null}
      <ul className={things.length > 0 ? "border-t border-solid-gray-300" : ""}>
        {things.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-4 border-b border-solid-gray-300 py-3"
          >
            <p className="min-w-0 max-w-3xl break-words">
              <span className="mr-3 text-std-16B-170">{one.name}</span>
              {one.title}
              <span className="ml-3 text-dns-14N-130">{one.day}に消した</span>
            </p>
            <OnceForm submit="戻す" kind="secondary" busy="戻しています…">
              <input type="hidden" name="thing" value={one.thing} />
              <input type="hidden" name="id" value={one.id} />
            </OnceForm>
          </li>
        ))}
      </ul>
    </>
  );
}
