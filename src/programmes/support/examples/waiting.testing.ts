import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { townsOf } from "../office/place.queries.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { offerFreedPlaces } from "../requests/freed-places.usecases.server.ts";
import { withdrawFor } from "../requests/request-ending.commands.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { putInLine } from "../requests/waiting.usecases.server.ts";
import { claimFor, SAMPLE_WORKPLACE } from "./enquiry.testing.ts";
import { makeOffer } from "./offer.testing.ts";
import { enter } from "./request.testing.ts";

/** An offer that keeps a waiting list, and a request of the same topic, withdrawn where an ended one is asked for. */
async function waitingIn(place: ExamplePlace) {
  const { app, secretariat, area, state } = place;
  const waits = { intake: "waiting_list", intakeReason: "枠が埋まりました" };
  const offer = await makeOffer(app, secretariat, area, { topics: ["heat"], perYear: 10, ...waits });
  const [town] = await townsOf(app, area);
  const { id } = await enter(app, secretariat, area, {
    topics: ["heat"],
    municipality: town?.value,
    workplace: SAMPLE_WORKPLACE,
  });
  await claimFor(place, { area, id });
  if (state === "ended") expectOk(await withdrawFor(app, secretariat, { area, id }));
  return { area, id, offer };
}

type Made = Awaited<ReturnType<typeof waitingIn>>;

const onRequest =
  ({
    input,
    prepare,
  }: {
    input?(made: Made): object;
    prepare?(place: ExamplePlace, made: Made): Promise<void>;
  } = {}) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    if (place.state === "deleted") return undefined;
    const made = await waitingIn(place);
    if (place.state === "standing") await prepare?.(place, made);
    const { area, id } = made;
    return { target: { area, id }, holds: { receipt: id }, ...(input ? { input: input(made) } : {}) };
  };

/** It waits in the line of the offer, and the place that is free is held out to it. */
async function heldOut({ app, secretariat }: ExamplePlace, { area, id, offer }: Made) {
  expectOk(await putInLine(app, secretariat, { area, id }, { offer }));
  await offerFreedPlaces(app);
}

/** Somebody was asked about it, at a mailbox. */
async function onEnquiry(place: ExamplePlace, input?: object): Promise<Example | undefined> {
  if (place.state !== "standing") return undefined;
  const { app, secretariat } = place;
  const { area, id, offer } = await waitingIn(place);
  const slots = [{ day: `${app.clock.today().slice(0, 4)}-12-28`, from: "10:00", to: "11:00" }];
  expectOk(await askAround(app, secretariat, { area, id }, { offer: [offer], slots }));
  const { enquiries } = expectOk(await readRequest(app, secretariat, { area, id }));
  const enquiry = enquiries[0]!.id;
  return {
    target: { area, id, enquiry },
    holds: { answer: { subject: id, detail: { enquiry } } },
    ...(input ? { input } : {}),
  };
}

const ofRound = async ({ state }: ExamplePlace) => (state === "standing" ? { target: {} } : undefined);

export const waitingExamples: Examples = {
  "waiting.read": onRequest(),
  "waiting.enter": onRequest({ input: ({ offer }) => ({ offer }) }),
  "waiting.join": onRequest({ input: ({ offer }) => ({ offer }) }),
  "waiting.take": onRequest({ prepare: heldOut }),
  "waiting.decline": onRequest({ prepare: heldOut }),
  "waiting.due": ofRound,
  "waiting.serve": async (place) => {
    if (place.state !== "standing") return undefined;
    const { area, offer } = await waitingIn(place);
    return { target: { area, offer } };
  },
  "letter.read-wish": (place) => onEnquiry(place),
  "letter.wish": (place) => onEnquiry(place, { wish: "daily" }),
  "request.due": ofRound,
  "request.keep-up": onRequest(),
};
