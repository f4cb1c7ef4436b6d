import { normaliseWords } from "#foundation/areas/public.ts";
import { plainCell } from "#platform/tables/cells.ts";
import { SECTOR_NAMES } from "../messages.ts";
import { SECTORS, type Sector } from "../schema.ts";

/** What lists write where we have a sector. The first that fits counts, so the longer words stand first. */
const WORDS: readonly (readonly [RegExp, Sector])[] = [
  [/(病院|診療所|クリニック|医院)$/, "hospital"],
  [/地域産業保健センター|産業保健総合支援センター|地産保/, "occupational_health_centre"],
  [/労働基準監督署|労働局/, "labour_standards_office"],
  [/歯科医師会/, "dental_association"],
  [/薬剤師会|薬局/, "pharmacy"],
  [/歯科衛生士会/, "dental_hygienist_association"],
  [/栄養士会/, "dietitian_association"],
  [/医師会/, "medical_association"],
  [/健診|検診|人間ドック|健康管理センター/, "checkup_provider"],
  [/健康保険組合|協会けんぽ|全国健康保険協会|国民健康保険|共済組合|年金事務所|健保/, "insurer"],
  [/病院|診療所|クリニック|医院|歯科|医科|医療機関|医療センター|助産所/, "hospital"],
  [/保健所/, "public_health_centre"],
  [/商工会/, "commerce"],
  [/警察/, "police"],
  [/消防/, "fire_service"],
  [/民生委員|児童委員/, "welfare_commissioner"],
  [/npo|非営利|ボランティア/, "npo"],
  [/市役所|区役所|町役場|村役場|市区町村|市町村|保健センター/, "municipality"],
];

/** The codes of 機関区分 in the ministry's list of medical facilities. */
const CODES: Readonly<Record<string, Sector>> = {
  "1": "hospital",
  "2": "hospital",
  "3": "hospital",
  "5": "pharmacy",
};

const NAMED = new Map<string, Sector>(
  SECTORS.flatMap((sector) =>
    [sector, SECTOR_NAMES[sector].ja, SECTOR_NAMES[sector].en].map(
      (word) => [normaliseWords(word), sector] as const,
    ),
  ),
);

/** The sector that a word means: by our own names, by what lists write, by their codes. */
export function sectorOf(word: string): Sector | undefined {
  const words = plainCell(word).toLowerCase();
  return (
    NAMED.get(normaliseWords(word)) ?? CODES[words] ?? WORDS.find(([pattern]) => pattern.test(words))?.[1]
  );
}
