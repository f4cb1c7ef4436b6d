import { type Language, RELATIONS } from "../messages.ts";
import type { PresentedRow } from "../present.ts";
import { TEXT } from "../wording/messages.ts";

/** Of which area a figure is, said aloud where that is not the area of the page, and where it comes from. */
export function Where({
  row,
  area,
  language,
}: {
  row: Pick<PresentedRow, "area" | "source">;
  area: { name: string };
  language: Language;
}) {
  const colon = language === "ja" ? "：" : ": ";
  return (
    <>
      <p>
        {TEXT.area[language]}
        {colon}
        <strong>{row.area.name}</strong>
        {row.area.relation === "self" ? null : (
          <>
            {language === "ja" ? "　" : " "}
            {TEXT.otherArea[language](area.name)}（{RELATIONS[row.area.relation][language]}）
          </>
        )}
      </p>
      <p>
        {TEXT.source[language]}
        {colon}
        {row.source.name}
        {row.source.caution && language === "ja" ? `　${row.source.caution}` : null}
      </p>
    </>
  );
}
