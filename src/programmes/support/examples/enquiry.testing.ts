import type { Actor } from "#foundation/actors/public.ts";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { townsOf } from "../office/place.queries.server.ts";
import { answerEnquiry } from "../requests/answer.commands.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { claimRequest } from "../requests/own-request.usecases.server.ts";
import { closeRequest, reportVisit } from "../requests/report.commands.server.ts";
import { withdrawFor } from "../requests/request-ending.commands.server.ts";
import { attachFor, attachOwn } from "../requests/request-file.usecases.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { decideVisit } from "../requests/visit.commands.server.ts";
import { listNeighbours, passOn } from "../secretariat/passing.usecases.server.ts";
import { makeOffer, partOf } from "./offer.testing.ts";
import { asking, enter, NOBODY_YET, nextTuesday } from "./request.testing.ts";

export const SAMPLE_WORKPLACE = "見本の事業所";
/** The area whose requests are passed on to its neighbours. */
const PASSING_AREA = "sma-32-02";
const PDF = {
  files: {
    files: [{ name: "案内.pdf", content: new Blob(["%PDF-1.7\n"]), tooLong: false }],
    tooMany: false,
  },
};
const REPORT = { people: "3", content: "話をした" };
const sender = "203.0.113.1";

/** How far a request has come; each step stands on those before. */
const STEPS = ["new", "asked", "answered", "fixed", "reported"] as const;
type Step = (typeof STEPS)[number];
const has = (reached: Step, step: Step) => STEPS.indexOf(reached) >= STEPS.indexOf(step);

type Target = { area: AreaId; id: string };
type Made = Readonly<{ target: Target; offer: string; enquiry: string }>;

const holderOf = ({ area, id }: Target): Actor => ({
  ...{ kind: "holder", purpose: "receipt", area, subject: id, detail: {} },
});

/** What a workplace of the area would type. */
export async function formIn({ app, area }: ExamplePlace, change: object = {}) {
  const [town] = await townsOf(app, area);
  const wishes = [{ day: nextTuesday(app.clock.today()), from: "10:00", to: "11:00" }];
  return asking({
    workplace: SAMPLE_WORKPLACE,
    municipality: town?.value,
    email: "soumu@example.jp",
    wishes,
    ...change,
  });
}

/** The request becomes one of the place's organisation, as when its worker signs in with the link of the receipt. */
export async function claimFor({ app, organisation }: ExamplePlace, target: Target): Promise<void> {
  const claimant = { user: "matrix", workplaces: [{ id: organisation, name: SAMPLE_WORKPLACE }] };
  expectOk(await claimRequest(app, holderOf(target), { ...target, claimant }));
}

/** A request of the place's organisation, come so far; over where an ended one is asked for. */
async function requestIn(place: ExamplePlace, reached: Step, own = true): Promise<Made> {
  const { app, area, organisation, secretariat } = place;
  const { id } = await enter(app, secretariat, area, await formIn(place));
  const target = { area, id };
  if (own) await claimFor(place, target);
  const offer = await makeOffer(app, secretariat, area, {
    parts: [partOf("見本の機関", organisation, "kikan@example.jp")],
  });
  let enquiry = newId() as string;
  if (has(reached, "asked")) {
    expectOk(await askAround(app, secretariat, target, { offer }));
    enquiry = expectOk(await readRequest(app, secretariat, target)).enquiries[0]!.id;
  }
  if (has(reached, "answered"))
    expectOk(await answerEnquiry(app, secretariat, { ...target, enquiry }, { answers: ["yes"] }));
  if (has(reached, "fixed"))
    expectOk(await decideVisit(app, secretariat, target, { slot: 0, member: [enquiry] }));
  if (has(reached, "reported")) {
    const report = { ...REPORT, heldOn: app.clock.today() };
    expectOk(await reportVisit(app, secretariat, { ...target, enquiry }, report));
  }
  if (place.state === "ended")
    expectOk(await (has(reached, "reported") ? closeRequest : withdrawFor)(app, secretariat, target));
  return { target, offer, enquiry };
}

type Aim = (place: ExamplePlace, made: Made) => object | Promise<object>;

const example =
  (reached: Step, aim: Aim, input?: Aim, own = true) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    // A request is never deleted.
    if (place.state === "deleted") return undefined;
    const made = await requestIn(place, reached, own);
    return {
      target: { ...made.target, ...(await aim(place, made)) },
      ...(input ? { input: await input(place, made) } : {}),
      holds: {
        receipt: made.target.id,
        again: made.target.id,
        answer: { subject: made.target.id, detail: { enquiry: made.enquiry } },
      },
    };
  };

const onRequest = (reached: Step, input?: Aim) => example(reached, () => ({}), input);
const onEnquiry = (reached: Step, input?: Aim) => example(reached, (_, { enquiry }) => ({ enquiry }), input);

/** A file that was attached by staff, or by the workplace. */
const file =
  (own: boolean): Aim =>
  async ({ app, secretariat }, { target, enquiry }) => {
    expectOk(
      own
        ? await attachOwn(app, holderOf(target), { ...target, sender }, PDF)
        : await attachFor(app, secretariat, target, PDF),
    );
    const [first] = expectOk(await readRequest(app, secretariat, target)).files;
    return { file: first!.id, enquiry };
  };
const onFile =
  (own: boolean, reached: Step = "new") =>
  (place: ExamplePlace): Promise<Example | undefined> =>
    // What is over holds no files.
    place.state === "standing" ? example(reached, file(own))(place) : Promise.resolve(undefined);

const inArea =
  (input?: (place: ExamplePlace) => Promise<object>, more: object = {}) =>
  async (place: ExamplePlace): Promise<Example | undefined> =>
    place.state === "standing"
      ? { target: { area: place.area, ...more }, ...(input ? { input: await input(place) } : {}) }
      : undefined;
const anywhere = async ({ state }: ExamplePlace) => (state === "standing" ? { target: {} } : undefined);

/** A request of another area that was passed to the place's, where that has a secretariat. */
const passed =
  (input?: object) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    if (place.state !== "standing") return undefined;
    const elsewhere = (place.area === PASSING_AREA ? "sma-32-03" : PASSING_AREA) as AreaId;
    const secretariat: Actor = {
      ...{ kind: "person", userId: "elsewhere" as UserId, name: "事務局", reach: [elsewhere] },
      memberships: [{ organisationId: newId<OrganisationId>(), role: "coordinator", areas: [elsewhere] }],
    };
    const { target } = await requestIn({ ...place, area: elsewhere, secretariat }, "new");
    const done = await passOn(place.app, secretariat, target, { to: place.area, why: "近いため" });
    return done.ok ? { target: { area: place.area, id: target.id }, ...(input ? { input } : {}) } : undefined;
  };

/** How the role matrix tries each command and query of requests, enquiries, visits and reports. */
export const requestExamples: Examples = {
  "request.make": async (place) =>
    place.state === "standing"
      ? {
          target: { area: place.area, language: "ja", sender },
          input: { ...(await formIn(place, NOBODY_YET)), once: "019aa000-0000-7000-8000-000000000001" },
        }
      : undefined,
  "request.enter": inArea((place) => formIn(place)),
  "request.list": inArea(),
  "request.export": inArea(),
  "request.today": anywhere,
  "visit.read-days": async () => ({ target: { from: "2026-04-01", until: "2027-03-31" } }),
  "neighbour.list": inArea(),
  "workplace.list": inArea(),
  "receipt.list": inArea(),
  "enquiry.list": inArea(),
  "request.repeat": onRequest("new"),
  "receipt.read": onRequest("new"),
  "receipt.calendar": onRequest("fixed"),
  "receipt.file": onFile(true),
  "receipt.change": onRequest("new", async (place) => ({ ...(await formIn(place)), people: "5" })),
  "receipt.attach": example(
    "new",
    () => ({ sender }),
    () => PDF,
  ),
  "receipt.detach": onFile(true),
  "receipt.withdraw": onRequest("new"),
  "receipt.may-claim": example("new", claimant, undefined, false),
  "receipt.claim": example("new", claimant, undefined, false),
  "receipt.rate": onRequest("reported", () => ({ rating: "5" })),
  "receipt.follow": onRequest("reported", ({ app }) => ({
    service: "opinion",
    checkupOn: app.clock.today(),
  })),
  "receipt.consult": onRequest("reported"),
  "receipt.remind": onRequest("reported", ({ app }) => ({
    remindOn: `${Number(app.clock.today().slice(0, 4)) + 1}${app.clock.today().slice(4)}`.replace(
      "02-29",
      "02-28",
    ),
  })),
  "request.read": example("answered", passedOn),
  "request.file": async (place) =>
    place.state === "standing"
      ? example("answered", async (...made) => {
          const target = await file(false)(...made);
          // Passed on, it is let go by whom it was asked of; so one area's is, and the others' are not.
          if (place.area === PASSING_AREA) await passedOn(...made);
          return target;
        })(place)
      : undefined,
  "request.ask": onRequest("new", (_, { offer }) => ({ offer })),
  "request.retime": onRequest("asked", ({ app }) => ({
    slots: [{ day: app.clock.today(), from: "14:00", to: "15:00" }],
  })),
  "request.acknowledge": onRequest("new", () => ({ changedAt: "" })),
  "request.undo": onRequest("asked"),
  "request.told": onRequest("new"),
  "request.attach": onRequest("new", () => PDF),
  "request.detach": onFile(false),
  "request.refuse": onRequest("new", () => ({ reason: "other" })),
  "request.withdraw": onRequest("new"),
  "request.close": onRequest("reported"),
  "request.pass": onRequest("new", async ({ app, secretariat, area }) => ({
    to: expectOk(await listNeighbours(app, secretariat, { area }))[0]?.id,
    why: "近いため",
  })),
  "request.recall": example("new", passedOn),
  "request.take": passed(),
  "request.return": passed({ why: "対象外のため" }),
  "visit.decide": onRequest("answered", (_, { enquiry }) => ({ slot: 0, member: [enquiry] })),
  "visit.move": onRequest("fixed", ({ app }) => ({ day: app.clock.today(), from: "14:00", to: "15:00" })),
  "visit.retract": onRequest("reported"),
  "visit.reopen": onEnquiry("fixed"),
  "visit.report": onEnquiry("fixed", ({ app }) => ({ ...REPORT, heldOn: app.clock.today() })),
  "enquiry.remind": onEnquiry("asked"),
  "enquiry.redirect": onEnquiry("asked", () => ({ email: "betsu@example.jp" })),
  "enquiry.read": onEnquiry("asked"),
  "enquiry.file": onFile(false, "asked"),
  "enquiry.calendar": onEnquiry("fixed"),
  "enquiry.decline": onEnquiry("asked", () => ({ reason: "days" })),
  "enquiry.answer": onEnquiry("asked", () => ({ answers: ["yes"] })),
  "reminder.due": anywhere,
  "reminder.send": onRequest("reported"),
};

/** It waits for the answer of a neighbouring area, where there is one with a secretariat. */
async function passedOn({ app, secretariat, area, state }: ExamplePlace, { target }: Made) {
  const [to] = expectOk(await listNeighbours(app, secretariat, { area }));
  if (to && state === "standing")
    expectOk(await passOn(app, secretariat, target, { to: to.id, why: "近いため" }));
  return {};
}

function claimant({ organisation }: ExamplePlace) {
  return { claimant: { user: "matrix", workplaces: [{ id: organisation, name: SAMPLE_WORKPLACE }] } };
}
