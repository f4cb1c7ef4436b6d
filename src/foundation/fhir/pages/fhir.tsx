import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { refuseMethod } from "#platform/web/open-answer.ts";
import { answerFhir } from "../fhir.queries.server.ts";
import { fhirKindsContext } from "../fhir.schema.ts";
import type { Route } from "./+types/fhir";

/** Everything under /fhir. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const asked = { request, path: params["*"] ?? "", address: context.get(addressContext) };
  return answerFhir(app, context.get(fhirKindsContext), asked);
}

export const action = () => refuseMethod();
