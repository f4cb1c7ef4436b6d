import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerCatalogue } from "../answer.queries.server.ts";
import { publishedContext } from "../dataset.schema.ts";
import type { Route } from "./+types/catalog";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  return answerCatalogue(app, context.get(publishedContext), {
    request,
    address: context.get(addressContext),
  });
}
