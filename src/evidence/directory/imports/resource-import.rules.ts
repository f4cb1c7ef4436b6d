import { foldedName, type Places, placeOf } from "#foundation/organisations/public.ts";
import { plainCell } from "#platform/tables/cells.ts";
import type { ReadRow, Row, Wrong } from "#platform/tables/column-table.ts";
import { coordinateProblem } from "../model/coordinates.rules.ts";
import { type Hours, NO_HOURS } from "../model/hours.rules.ts";
import { KIND_NAMES, TOPIC_NAMES, WEEKDAY_NAMES } from "../model/resource.messages.ts";
import type { Resource } from "../model/resource.schema.ts";
import { type Fee, KINDS, type Kind, TOPICS, type Topic, WEEKDAYS } from "../model/resource-lists.schema.ts";
import { RESOURCE_IMPORT } from "./resource-import.messages.ts";
import type { ResourceField } from "./resource-import.schema.ts";

/** The fields that a row tells; what its file has no column for keeps what stands. */
export type ImportedResource = Readonly<{
  line: number;
  key: string;
  sourceKey: string;
  nameKey: string;
  addressKey: string;
  phoneKey: string;
  draft: Partial<Resource> & Readonly<{ name: string; kind: Kind }>;
}>;

export type KnownPlaces = Readonly<{ places: Places; inside: ReadonlySet<string> }>;

/** How published lists call kinds; digits are those of 医療情報ネット. */
const KIND_WORDS: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [
      [kind, kind],
      [KIND_NAMES[kind].ja, kind],
    ]),
  ),
  ...{ "1": "hospital", "2": "clinic", "3": "dental_clinic", "5": "pharmacy" },
  ...{
    一般診療所: "clinic",
    クリニック: "clinic",
    医院: "clinic",
    歯科: "dental_clinic",
    歯科医院: "dental_clinic",
  },
  ...{ 保健所: "window", 保健センター: "window", 窓口: "window", 体育館: "exercise", 健診機関: "checkup" },
  ...{
    応援店: "support_shop",
    施設: "public_facility",
    団体: "group",
    講座: "class",
    精密検査: "detailed_examination",
  },
};
const TOPIC_BY_NAME = new Map<string, Topic>(
  TOPICS.flatMap((topic) => [[topic, topic] as const, [TOPIC_NAMES[topic].ja, topic] as const]),
);
const listed = (text: string) =>
  text
    .split(/[,、，;；\n]/)
    .map(plainCell)
    .filter((word) => word !== "");

/** 月火水木金 and 月・水・金, 平日; free text names no weekday and stays what it is. */
export function weekdaysOfCell(text: string) {
  const plain = plainCell(text).replace(/曜日?/g, "");
  if (/^平日/.test(plain)) return WEEKDAYS.slice(0, 5);
  const letters = plain.replace(/[・,、，\s]/g, "");
  const days = WEEKDAYS.filter((day) => letters.includes(WEEKDAY_NAMES[day].ja));
  const named = new Set(WEEKDAYS.map((day) => WEEKDAY_NAMES[day].ja));
  return letters !== "" && [...letters].every((letter) => named.has(letter)) ? days : [];
}

/** 9:00, 9時 and 0900 as 09:00; empty where nothing is said, undefined where it is no time. */
export function timeOfCell(text: string): string | undefined {
  const plain = plainCell(text);
  if (plain === "") return "";
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:時]?(\d{2})?分?)(?::00)?$/.exec(plain) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

const feeOf = (text: string): Fee =>
  /無料|^0円?$|^無$/.test(text) ? "free" : /保険/.test(text) ? "insured" : text === "" ? "unknown" : "paid";
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A row as what it lists, or every problem that it has; what lies outside of the area is passed over. */
export function readResourceRow(
  row: Row<ResourceField>,
  { places, inside }: KnownPlaces,
): ReadRow<ResourceField, ImportedResource> {
  const wrong: Wrong<ResourceField>[] = [];
  const text = (key: ResourceField) => row.text(key);
  const name = text("name").normalize("NFC");
  if (name === "") wrong.push({ key: "name", mend: RESOURCE_IMPORT.name });
  const told = {
    ...{ code: text("code"), prefecture: text("prefecture"), city: text("city") },
    ...{ address: text("address"), publisher: text("publisher") },
  };
  const [municipality] = placeOf(told, places);
  if (municipality !== undefined && !inside.has(municipality)) return "skipped";
  const kindWord = plainCell(text("kind"));
  const kind = KIND_WORDS[kindWord];
  if (!kind) {
    const names = KINDS.map((one) => KIND_NAMES[one].ja);
    wrong.push(
      kindWord === ""
        ? { mend: RESOURCE_IMPORT.noKind }
        : { key: "kind", mend: RESOURCE_IMPORT.unknownKind(kindWord, names) },
    );
  }
  const topics = listed(text("topics")).flatMap((word) => {
    const topic = TOPIC_BY_NAME.get(word);
    if (!topic)
      wrong.push({
        key: "topics",
        mend: RESOURCE_IMPORT.unknownTopic(
          word,
          TOPICS.map((one) => TOPIC_NAMES[one].ja),
        ),
      });
    return topic ?? [];
  });
  const place = coordinatesOf(text("latitude"), text("longitude"));
  if ("mend" in place) wrong.push({ key: "latitude", mend: place.mend });
  const hours = hoursOfRow(row, wrong);
  if (wrong.length > 0) return wrong;
  const address = [text("address"), text("building")].filter(Boolean).join(" ").slice(0, 200);
  const description = [text("description"), text("departments") && `診療科目: ${text("departments")}`];
  const has = (key: ResourceField) => row.has(key);
  const phone = text("phone").slice(0, 40);
  const draft = {
    ...{ name: name.slice(0, 120), kind: kind!, address, municipality: municipality ?? null },
    ...(has("kana") && { kana: text("kana").normalize("NFKC").slice(0, 120) }),
    ...(has("topics") && { topics }),
    ...(has("provider") && { provider: text("provider").slice(0, 120) }),
    ...(has("corporateNumber") && { corporateNumber: plainCell(text("corporateNumber")).slice(0, 13) }),
    ...((has("description") || has("departments")) && {
      description: description.filter(Boolean).join("　").slice(0, 1000),
    }),
    ...(has("fee") && { fee: feeOf(text("fee")) }),
    ...(has("feeNote") && { feeNote: text("feeNote").slice(0, 200) }),
    ...(has("phone") && { phone }),
    ...(has("fax") && { fax: text("fax").slice(0, 40) }),
    ...(has("website") && {
      website: /^https?:\/\//.test(text("website")) ? text("website").slice(0, 300) : "",
    }),
    ...(has("postalCode") && { postalCode: text("postalCode").slice(0, 8) }),
    ...(has("access") && { access: text("access").slice(0, 300) }),
    ...((has("latitude") || has("longitude")) && place),
    ...(hours && { hours }),
  };
  const sourceKey = plainCell(text("key"));
  const [nameKey, addressKey] = [foldedName(draft.name), foldedName(address)];
  return {
    ...{ line: row.line, sourceKey, nameKey, addressKey, draft, phoneKey: phone.replace(/\D/g, "") },
    key: `${sourceKey}\0${nameKey}\0${addressKey}`,
  };
}

function coordinatesOf(latitude: string, longitude: string) {
  const [lat, lng] = [plainCell(latitude), plainCell(longitude)];
  if (lat === "" && lng === "") return { latitude: null, longitude: null };
  if (!NUMBER.test(lat) || !NUMBER.test(lng)) return { mend: RESOURCE_IMPORT.pair };
  const point = { latitude: Number(lat), longitude: Number(lng) };
  const problem = coordinateProblem(point.latitude, point.longitude);
  if (!problem) return point;
  return {
    mend:
      problem.says === "swapped"
        ? RESOURCE_IMPORT.swapped(point.latitude, point.longitude)
        : RESOURCE_IMPORT.outside,
  };
}

/** Weekdays and times make a row of hours; what they do not say, and notes, are shown as they are written. */
function hoursOfRow(row: Row<ResourceField>, wrong: Wrong<ResourceField>[]): Hours | undefined {
  if (!(["days", "from", "to", "hoursNote"] as const).some((key) => row.has(key))) return undefined;
  const days = weekdaysOfCell(row.text("days"));
  const [from, to] = [timeOfCell(row.text("from")), timeOfCell(row.text("to"))];
  if (from === undefined) wrong.push({ key: "from", mend: RESOURCE_IMPORT.time });
  if (to === undefined) wrong.push({ key: "to", mend: RESOURCE_IMPORT.time });
  const whole = days.length > 0 && from && to && from < to;
  const left = whole ? "" : [row.text("days"), from && to ? `${from}～${to}` : ""].filter(Boolean).join(" ");
  return {
    ...NO_HOURS,
    rows: whole ? [{ weeks: [], days, from, to }] : [],
    note: [left, row.text("hoursNote")].filter(Boolean).join("　").slice(0, 300),
  };
}

export const repeatedResource = (first: number): Wrong<ResourceField> => ({
  key: "name",
  mend: RESOURCE_IMPORT.sameAsLine(first),
});
