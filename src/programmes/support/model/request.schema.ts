import { z } from "zod";
import type { HistoryEntry, HistoryOf } from "#foundation/history/public.ts";
import type { RowOf } from "#platform/db/rows.ts";
import type { AreaId, Branded } from "#platform/kernel/ids.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { readNumber } from "#platform/kernel/typed.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import { type Answer, type Needs, ONE, type Said } from "./enquiry.rules.ts";
import type { Language } from "./offer.messages.ts";
import { type Slot, sameSlots } from "./offer.rules.ts";
import {
  INDUSTRIES,
  type Industry,
  OFFER_KINDS,
  type OfferKind,
  PLACES,
  PROFESSIONS,
  type Profession,
  TOPICS,
  type Topic,
} from "./offer.schema.ts";
import { ERRORS } from "./request.messages.ts";
import type { Action, Status } from "./request.rules.ts";
import { CHANNELS, type Channel, HEARD_FROM, MOST_WISH } from "./request-lists.schema.ts";
import { typed } from "./typed.schema.ts";

export { CHANNELS, type Channel, HEARD_FROM };
export type RequestId = Branded<"RequestId">;
export type EnquiryId = Branded<"EnquiryId">;

/** A request, and what one of those who were asked was asked, as addresses and forms name them. */
export const ofRequest = z.object({ area: areaId, id: rowId<RequestId>() });
export const ofEnquiry = ofRequest.extend({ enquiry: rowId<EnquiryId>() });

/** A request as its row keeps it, the visit and where it came from put together. */
export type SupportRequest = Omit<
  RowOf<
    "supportRequest",
    {
      id: RequestId;
      industry: Industry;
      kind: OfferKind | null;
      topics: readonly Topic[];
      wishes: readonly Slot[];
      follows: RequestId | null;
      needs: Needs;
      status: Status;
      slots: readonly Slot[];
      passedTo: AreaId | null;
      /** What it became in the area that took it over. */
      takenAs: RequestId | null;
    }
  >,
  "onceKey" | "madeBy" | "fixedDay" | "fixedFrom" | "fixedTo" | "fromArea" | "fromRequest"
> &
  Readonly<{
    fixed: Slot | null;
    /** Which request of which area it was before. */
    cameFrom: Readonly<{ areaId: AreaId; id: RequestId }> | null;
  }>;

/** How each request begins, also one that was taken over. */
export const NEW_REQUEST = {
  needs: ONE,
  decidedBy: "coordinator",
  status: "new",
  fixed: null,
  moves: 0,
  passedTo: null,
  takenAs: null,
  unmetReason: null,
  wantedOfferId: null,
  consultationShownAt: null,
  changedAt: null,
  tellSince: null,
  tellWhat: null,
} as const satisfies Partial<SupportRequest>;

/** What the history keeps of a request. */
export const historyOfRequest = (area: AreaId, id: string): HistoryOf => ({
  area,
  kind: "support_request",
  id,
});
export type RequestEvent = HistoryEntry<Action>;

export type Enquiry = RowOf<
  "supportEnquiry",
  {
    id: EnquiryId;
    requestId: RequestId;
    professions: readonly Profession[];
    kind: OfferKind;
    said: Said;
  }
> &
  /** What it said of the times that the request asks for now. */
  Readonly<{ answers: readonly (Answer | null)[] | null }>;

export const NeedsInput = z
  .array(
    z.object({
      count: z.coerce.number().int().min(1).max(10),
      professions: z.array(z.enum(PROFESSIONS)).default([]),
      kinds: z.array(z.enum(OFFER_KINDS)).default([]),
    }),
  )
  .min(1)
  .max(5)
  .default(() => ONE.map((need) => ({ ...need, professions: [], kinds: [] })));

const MOST_WISHES = 3;
const MOST_PEOPLE = 10_000;

/** Fields that can be compared although they are wrong; lists can't be walked through then. */
const isField = (name: PropertyKey | undefined): boolean =>
  name !== undefined && name !== "topics" && name !== "wishes";

/**
 * The form of a workplace, in its language; `today` is the day on which it is sent. Where a workplace fills it in by
 * itself (`byItself`), whoever comes to it is told the address, and nobody comes on the same day.
 */
export function requestInput(language: Language, today: PlainDate, { byItself = false } = {}) {
  const say = ERRORS[language] as Record<string, string>;
  const tooLong = (most: number, now: number) =>
    say.long!.replace("{most}", String(most)).replace("{now}", String(now));
  const line = (most: number) => typed(most, (now) => tooLong(most, now));
  const count = (most: number, error: string) =>
    z.preprocess(
      (value) => readNumber(value, ["人", "名"]),
      z.number({ error }).int({ error }).min(1, { error }).max(most, { error }),
    );
  const past = z
    .string()
    .default("")
    .transform((value, context): PlainDate | null => {
      if (value === "") return null;
      const date = typedDayOf(value);
      if (date && date <= today) return date;
      context.addIssue({ code: "custom", message: date ? say.future! : say.day! });
      return z.NEVER;
    });
  return z
    .object({
      topics: z.array(z.enum(TOPICS)).max(10).default([]),
      kind: z.union([z.enum(OFFER_KINDS), z.literal("").transform(() => null), z.null()]).default(null),
      service: z
        .union([z.string().max(40), z.null()])
        .default(null)
        .transform((value) => value || null),
      /** What was tapped in the list: `offer:…` or `service:…`. */
      wanted: z.string().max(60).default(""),
      wish: line(MOST_WISH),
      workplace: line(120).pipe(z.string().min(1, { error: say.workplace! })),
      contact: line(80),
      phone: line(30).refine((value) => value === "" || /^[0-9０-９+()（）\-‐ー－ 　]{6,30}$/.test(value), {
        error: say.phone!,
      }),
      email: line(254).refine((value) => value === "" || /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(value), {
        error: say.email!,
      }),
      municipality: line(20).pipe(z.string().min(1, { error: say.municipality! })),
      address: line(200),
      industry: z.enum(INDUSTRIES, { error: say.industry! }),
      size: count(100_000, say.size!),
      people: count(MOST_PEOPLE, say.people!),
      place: z.enum(PLACES, { error: say.place! }),
      freeOnly: z.boolean().default(false),
      wishes: z
        .array(z.object({ day: z.string(), from: z.string(), to: z.string() }))
        .max(MOST_WISHES)
        .default([]),
      checkupOn: past,
      appliedOn: past,
      heardFrom: z.union([z.enum(HEARD_FROM), z.literal("")]).default(""),
    })
    .superRefine(
      (request, context) => {
        const complain = (path: (string | number)[], message: string) =>
          context.addIssue({ code: "custom", path, message });
        const { topics, kind, service, wanted, wish } = request;
        if (topics.length === 0 && !kind && !service && !wanted && wish === "")
          complain(["topics"], say.need!);
        if (request.phone === "" && request.email === "") complain(["phone"], say.contact!);
        if (byItself && request.place === "on_site" && request.address === "")
          complain(["address"], say.address!);
        // One sentence a field: a number that is none by itself is not compared.
        if (request.people > request.size && request.size > 0 && request.people <= MOST_PEOPLE)
          complain(["people"], say.peopleMore!);
        for (const [index, wish] of request.wishes.entries()) {
          const day = typedDayOf(wish.day);
          const path = [`wish${index + 1}`];
          if (!day) complain(path, say.day!);
          else if (day < today || (byItself && day === today)) complain(path, say.past!);
          else if (day > addDays(today, 366)) complain(path, say.far!);
          else if (!/^\d{2}:\d{2}$/.test(wish.from) || !/^\d{2}:\d{2}$/.test(wish.to) || wish.to <= wish.from)
            complain(path, say.time!);
        }
      },
      // All that is wrong is said at once, also where single fields are not yet readable.
      { when: ({ issues }) => issues.every(({ path }) => isField(path?.[0])) },
    )
    .transform((request) => ({
      ...request,
      wishes: withoutDoubles(
        request.wishes.map((wish) => ({ ...wish, day: typedDayOf(wish.day)! })) as readonly Slot[],
      ),
    }));
}
const withoutDoubles = (slots: readonly Slot[]): readonly Slot[] =>
  slots.filter((one, index) => index === slots.findIndex((other) => sameSlots([one], [other])));

export type RequestDraft = z.output<ReturnType<typeof requestInput>>;

/** How long an office has to answer unless the coordinator says otherwise. */
export const DAYS_TO_ANSWER = 7;
