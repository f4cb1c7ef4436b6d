import { TextLink } from "#ui/button.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import type { PublicEntry } from "../find/entry.present.ts";
import type { FIND } from "../find/find.messages.ts";

export type FoundRow = PublicEntry & Readonly<{ km: number | null; slug: string }>;

/** What was found, one under the other: what it is, whether it is open, and how to ask. */
export const FoundList = ({
  rows,
  text,
  language,
}: {
  rows: readonly FoundRow[];
  text: (typeof FIND)["ja" | "en"];
  language: "ja" | "en";
}) => (
  <Lines>
    {rows.map((one) => (
      <Line key={one.id} id={one.id}>
        <div className="min-w-0 max-w-2xl">
          <p className="text-std-18B-160">
            <TextLink to={`/areas/${one.slug}/directory/${one.id}${language === "en" ? "?lang=en" : ""}`}>
              {one.name}
            </TextLink>
          </p>
          <p className="text-dns-14N-130 text-solid-gray-800">
            {[one.kindName, one.provider === one.name ? "" : one.provider, one.fee]
              .filter(Boolean)
              .join("・")}
            {one.km === null ? null : `　${text.away(one.km)}`}
          </p>
          <p>{one.now}</p>
          <p>
            {text.intake}: {one.intake.text}
          </p>
          {one.address ? <p>{one.address}</p> : null}
          {one.phone ? <p className="tabular-nums">{`${text.phone} ${one.phone}`}</p> : null}
        </div>
        <TextLink to={askAddress(one, language)}>
          {one.intake.state === "unknown" ? text.askUnknown : text.ask}
        </TextLink>
      </Line>
    ))}
  </Lines>
);

/** The form of a request, filled in for this entry. */
export const askAddress = (one: Pick<FoundRow, "slug" | "ask" | "name">, language: "ja" | "en"): string => {
  const query = new URLSearchParams(one.ask || { wish: one.name });
  if (language === "en") query.set("lang", "en");
  return `/areas/${one.slug}/ask?${query}`;
};
