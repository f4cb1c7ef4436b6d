import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { aimedAt } from "#foundation/authority/public.ts";
import { supportPolicy } from "./access.ts";
import { ofEnquiry } from "./model/request.schema.ts";
import { enquiryIn } from "./requests/enquiry.store.server.ts";

/** For the declaration of what is done in an area, over all areas, and to what one of those who were asked was asked. */
export const aboutArea = <More extends z.ZodRawShape = Record<never, never>>(type: string, more?: More) =>
  aimedAt(supportPolicy, type, more);
export const aboutAll = (type: string) => ({
  policy: supportPolicy,
  target: z.object({}),
  subject: () => ({ type, area: NATION }),
});
export const onEnquiry = { policy: supportPolicy, target: ofEnquiry, subject: enquiryIn } as const;
