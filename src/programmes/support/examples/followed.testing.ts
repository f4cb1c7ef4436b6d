import type { Examples } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { formIn } from "./enquiry.testing.ts";
import { enter } from "./request.testing.ts";

export const followedExamples: Examples = {
  "request.follow": async (place) => {
    if (place.state !== "standing") return undefined;
    const key = newId() as string;
    const { app, secretariat, area } = place;
    await enter(app, secretariat, area, { ...(await formIn(place)), once: key });
    return { target: { area, key } };
  },
};
