import { pick } from "#platform/kernel/pick.ts";
import type { ListSpec } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import { FEE_NAMES, INTAKE_NAMES, KIND_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import type { Offer, OfferId } from "../model/offer.schema.ts";
import type { Obstacle } from "./matching.rules.ts";

/** What anyone may see of an offer, and whether a workplace like this one may have it. No mailbox leaves. */
export type PublicOffer = Readonly<{
  offer: Pick<Offer, "id" | "title" | "titleEn" | "kind" | "service" | "fee" | "intake" | "intakeUntil"> &
    Readonly<{ organisations: readonly string[] }>;
  obstacles: readonly Obstacle[];
  /** The first day on which it can be had; undefined where none is in sight. */
  first: string | undefined;
}>;

export const publicOffer = (
  offer: Offer,
  organisations: readonly string[],
  obstacles: readonly Obstacle[],
  first: string | undefined,
): PublicOffer => ({
  offer: {
    ...pick(offer, "id", "title", "titleEn", "kind", "service", "fee", "intake", "intakeUntil"),
    organisations,
  },
  obstacles,
  first,
});

/** A line of the list of an area's offers, with how full it is this fiscal year. */
export type OfferRow = Readonly<{
  id: OfferId;
  title: string;
  kind: Offer["kind"];
  organisations: readonly string[];
  topics: Offer["topics"];
  fee: Offer["fee"];
  intake: Offer["intake"];
  intakeReason: string;
  left: number | null;
  takenYear: number;
  writable: boolean;
}>;

export const offerRow = (
  offer: Offer,
  { left, takenYear, writable }: Pick<OfferRow, "left" | "takenYear" | "writable">,
): OfferRow => ({
  id: offer.id,
  title: offer.title,
  kind: offer.kind,
  organisations: offer.parts.map((part) => part.organisationName),
  ...pick(offer, "topics", "fee", "intake", "intakeReason"),
  left,
  takenYear,
  writable,
});

/** Who takes nobody at present has no place to give, whatever their month holds. */
export const leftText = ({ intake, left }: OfferRow): string | number =>
  intake === "suspended" ? "―" : intake === "waiting_list" ? 0 : (left ?? "制限なし");

const id = { column: "id", type: "uuid", of: (row: OfferRow) => row.id } as const;
/** Who takes any number has the most places left. */
const UNLIMITED = 1_000_000_000;

/** The offers of an area. */
export const OFFER_LIST = {
  columns: [
    { key: "title", head: "支援メニュー", sort: "title", cell: (row) => row.title },
    { key: "kind", head: "種類", cell: (row) => KIND_NAMES[row.kind].ja },
    { key: "who", head: "機関", cell: (row) => row.organisations.join("と") },
    {
      key: "topics",
      head: "内容",
      cell: ({ topics }) => topics.map((topic) => TOPIC_NAMES[topic].ja).join("・"),
    },
    { key: "fee", head: "費用", cell: ({ fee }) => FEE_NAMES[fee].ja },
    { key: "left", head: "今月の空き", align: "right", sort: "left", cell: leftText },
    {
      key: "taken",
      head: "今年度",
      unit: "回",
      align: "right",
      sort: "taken",
      cell: ({ takenYear }) => takenYear,
    },
    { key: "intake", head: "受付", cell: ({ intake }) => INTAKE_NAMES[intake] },
    { key: "reason", head: "受付停止の理由", cell: ({ intakeReason }) => intakeReason },
  ],
  filter: { q: "text" },
  fields: [{ name: "q", type: "text", label: "機関または支援メニューの名称" }],
  orders: {
    kind: orderBy<OfferRow>({ kind: "text", title: "text", id: "uuid" }),
    title: orderBy<OfferRow>({ title: "text", id: "uuid" }),
    left: [{ column: "left", type: "integer", of: ({ left }) => left ?? UNLIMITED }, id],
    taken: [{ column: "taken", type: "integer", of: ({ takenYear }) => takenYear }, id],
  },
  first: "kind",
  rowsAPage: 50,
} satisfies ListSpec<OfferRow>;
