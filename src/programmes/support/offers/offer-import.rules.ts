import type { OrganisationId } from "#platform/kernel/ids.ts";
import { figureText, nothingOf, plainCell } from "#platform/tables/cells.ts";
import type { ReadRow, Row, Wrong } from "#platform/tables/column-table.ts";
import { FEE_NAMES, INDUSTRY_NAMES, KIND_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import { type Offer, type OfferDraft, OfferInput } from "../model/offer.schema.ts";
import { INDUSTRIES, MOST_PARTS, OFFER_KINDS, PLACES, TOPICS } from "../model/offer-lists.schema.ts";
import { FORM, WHERE_NAMES } from "./offer-form.messages.ts";
import { ruleOf, WEEKDAYS, WEEKS } from "./offer-form.rules.ts";
import { OFFER_IMPORT } from "./offer-import.messages.ts";
import type { OfferField } from "./offer-import.schema.ts";

/** An offer as a row tells it: found again by its name and the organisation that makes it. */
export type ImportedOffer = Readonly<{
  line: number;
  key: string;
  draft: OfferDraft;
  stored: Offer | undefined;
}>;

export type KnownOffers = Readonly<{
  /** Spells a name as it is compared. */
  folded(name: string): string;
  organisations: ReadonlyMap<string, Readonly<{ id: OrganisationId; name: string }>>;
  stored: ReadonlyMap<string, Offer>;
  towns: readonly Readonly<{ value: string; label: string }>[];
  services: readonly Readonly<{ key: string; ja: string }>[];
}>;

export const offerKey = (
  { title, organisation }: Readonly<{ title: string; organisation: string }>,
  { folded }: Pick<KnownOffers, "folded">,
): string => `${folded(title)}\0${organisation}`;

type Names = Readonly<Record<string, Readonly<{ ja: string }>>>;
const named = (keys: readonly string[], names: Names, more: Readonly<Record<string, string>> = {}) =>
  new Map([
    ...keys.flatMap((key) => [[key, key] as const, [plainCell(names[key]!.ja), key] as const]),
    ...Object.entries(more),
  ]);

const KINDS = named(OFFER_KINDS, KIND_NAMES, {
  ...{ 講座: "lecture", 講演: "lecture", 研修: "lecture", 測定: "check_corner" },
  ...{ 相談: "consultation", 訪問: "workplace_visit", 地産保: "chisanpo" },
});
const TOPIC_WORDS = named(TOPICS, TOPIC_NAMES, {
  ...{ メンタルヘルス: "mental_health", こころの健康: "mental_health", 高血圧: "blood_pressure" },
  ...{ 生活習慣病: "lifestyle", 過重労働: "overwork", 禁煙: "smoking", 喫煙: "smoking", 歯科: "dental" },
  ...{ 栄養: "nutrition", 食生活: "nutrition", 身体活動: "exercise", がん: "cancer", 復職: "return_to_work" },
});
const INDUSTRY_WORDS = named(INDUSTRIES, INDUSTRY_NAMES, { 製造業: "manufacturing", 小売業: "retail" });
const PLACE_WORDS = named(PLACES, WHERE_NAMES, {
  ...{ 事業所: "on_site", 出張: "on_site", 訪問: "on_site", 来所: "centre", 窓口: "centre", Web: "online" },
});
const FEES = named(["free", "paid"], FEE_NAMES, {
  "0": "free",
  "0円": "free",
  無: "free",
  有: "paid",
  なし: "free",
});
const TRUTH: Readonly<Record<string, boolean>> = {
  ...{ はい: true, いいえ: false, 公開: true, 非公開: false, "○": true, "×": false, yes: true, no: false },
};

/** The words of a cell that lists some. */
const wordsOf = (cell: string): string[] =>
  cell
    .split(/[,、，;；\n]|・(?!小売)/)
    .map(plainCell)
    .filter((word) => word !== "");

/** 月水金, 平日, 第2・第4木曜 as a rule of RFC 5545; undefined where it says something else. */
export function ruleOfWords(cell: string): string | undefined {
  const text = plainCell(cell).replace(/毎[月週]|曜日?|[\s、,・と]/g, "");
  if (text === "" || /^(毎日|いつでも|随時)$/.test(text)) return "";
  if (text === "平日") return ruleOf(WEEKDAYS.slice(0, 5), []);
  const weeks = WEEKS.filter((week) =>
    (week === "-1" ? /最[後終]/ : new RegExp(`第${week}|(?<=第\\d*)${week}`)).test(text),
  );
  const rest = text.replace(/第?\d|最[後終]|週/g, "");
  const days = WEEKDAYS.filter((_, at) => rest.includes(FORM.weekdays[at]!));
  return days.length > 0 && [...rest].every((letter) => (FORM.weekdays as readonly string[]).includes(letter))
    ? ruleOf(days, weeks)
    : undefined;
}

/** 9時30分, 9:30 and ９：３０ as 09:30. */
function timeOf(cell: string): string {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:時](\d{1,2})?分?)?$/.exec(plainCell(cell)) ?? [];
  return hour === undefined ? cell : `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

const FIGURES = [
  "sizeFrom",
  "sizeTo",
  "peopleFrom",
  "peopleTo",
  "leadDays",
  "perDay",
  "perMonth",
  "perYear",
  "perWorkplace",
] as const;
const TEXTS = ["feeNote", "equipment", "note", "endedOn"] as const;
/** What an offer is where neither the file nor what stands says it: as its form proposes. */
const FIRST = { places: ["on_site"], fee: "free", leadDays: 14, rrule: ruleOf(WEEKDAYS.slice(0, 5), []) };

/** A row as an offer, found again by name and organisation; or every problem that it has. */
export function readOfferRow(row: Row<OfferField>, known: KnownOffers): ReadRow<OfferField, ImportedOffer> {
  const wrong: Wrong<OfferField>[] = [];
  const listed = (key: OfferField, names: ReadonlyMap<string, string>): string[] =>
    wordsOf(row.text(key)).flatMap((word) => {
      const found = names.get(word);
      if (!found)
        wrong.push({
          key,
          mend: OFFER_IMPORT.unknown(
            word,
            [...names.keys()].filter((name) => !/^[a-z_]+$/.test(name)),
          ),
        });
      return found ?? [];
    });
  const parts = row
    .text("organisation")
    .split(/[,、，;；\n]/)
    .filter((name) => name.trim() !== "")
    .flatMap((name) => {
      const found = known.organisations.get(known.folded(name));
      if (!found) wrong.push({ key: "organisation", mend: OFFER_IMPORT.noOrganisation(name.trim()) });
      return found ?? [];
    })
    .slice(0, MOST_PARTS);
  const title = row.text("title");
  const key = offerKey({ title, organisation: parts[0]?.id ?? "" }, known);
  const stored = known.stored.get(key);
  const has = (field: OfferField) => row.has(field) && !nothingOf(plainCell(row.text(field)));
  const [kind] = listed("kind", KINDS);
  const rrule = row.has("days") ? ruleOfWords(row.text("days")) : undefined;
  if (row.has("days") && rrule === undefined) wrong.push({ key: "days", mend: OFFER_IMPORT.days });
  const service = has("service")
    ? known.services.find((one) => [one.key, one.ja].includes(row.text("service")))
    : undefined;
  if (has("service") && !service)
    wrong.push({
      key: "service",
      mend: OFFER_IMPORT.unknown(
        row.text("service"),
        known.services.map(({ ja }) => ja),
      ),
    });
  const published =
    row.has("published") && row.text("published") !== ""
      ? TRUTH[plainCell(row.text("published")).toLowerCase()]
      : undefined;
  if (row.has("published") && row.text("published") !== "" && published === undefined)
    wrong.push({ key: "published", mend: OFFER_IMPORT.yesOrNo });
  const towns = new Map(
    known.towns.flatMap(({ value, label }) => [[value, value] as const, [plainCell(label), value] as const]),
  );
  const parsed = OfferInput.safeParse({
    ...FIRST,
    ...{ titleEn: "", feeNote: "", equipment: "", note: "", service: "", intakeReason: "" },
    ...(stored && { ...stored, service: stored.service ?? "" }),
    // Found by its name, it keeps the spelling that stands.
    title: stored?.title ?? title,
    kind: kind ?? "",
    ...(service && { service: service.key }),
    ...(has("topics") && { topics: listed("topics", TOPIC_WORDS) }),
    ...(has("places") && { places: listed("places", PLACE_WORDS) }),
    ...(has("industries") && { industries: listed("industries", INDUSTRY_WORDS) }),
    ...(has("municipalities") && { municipalities: listed("municipalities", towns) }),
    ...(has("fee") && { fee: listed("fee", FEES)[0] ?? "" }),
    ...Object.fromEntries(
      FIGURES.filter((field) => row.has(field)).map((field) => [
        field,
        figureText(row.text(field)) || (field === "leadDays" ? FIRST.leadDays : ""),
      ]),
    ),
    ...Object.fromEntries(TEXTS.filter((field) => row.has(field)).map((field) => [field, row.text(field)])),
    ...(has("opensAt") && { opensAt: timeOf(row.text("opensAt")) }),
    ...(has("closesAt") && { closesAt: timeOf(row.text("closesAt")) }),
    ...(rrule !== undefined && { rrule }),
    ...(published !== undefined && { published }),
    parts: parts.map((part, at) => ({
      ...{ municipality: "", professions: [], email: "" },
      ...stored?.parts.find(({ organisationId }) => organisationId === part.id),
      organisationId: part.id,
      organisationName: part.name,
      ...(at === 0 && row.has("email") && { email: row.text("email") }),
    })),
  });
  const said = new Set(wrong.map((one) => one.key));
  const more = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    key: fieldOf(path),
    mend: message,
  }));
  const problems = [...wrong, ...more.filter((one) => !said.has(one.key))];
  return parsed.success && problems.length === 0
    ? { line: row.line, key, draft: parsed.data, stored }
    : problems;
}

const fieldOf = (path: readonly PropertyKey[]): OfferField => {
  if (path[0] === "rrule") return "days";
  if (path[0] !== "parts") return path[0] as OfferField;
  return path[2] === "email" ? "email" : "organisation";
};

export const repeatedOffer = (first: number): Wrong<OfferField> => ({
  key: "title",
  mend: OFFER_IMPORT.same(first),
});

/** What of an offer is the import's to write. */
export const draftOfOffer = ({
  areaId: _area,
  id: _id,
  version: _version,
  parts,
  ...draft
}: Offer): OfferDraft => ({
  ...draft,
  parts: [...parts],
});
