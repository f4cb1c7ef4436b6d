import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerKeyed, answerRows } from "../answer.queries.server.ts";
import { publishedContext } from "../dataset.schema.ts";
import type { Route } from "./+types/rows";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { datasets, keyed } = context.get(publishedContext);
  const asked = { request, address: context.get(addressContext) };
  const locked = keyed.find(({ name }) => name === params.dataset);
  if (locked) return answerKeyed(app, locked, asked);
  return answerRows(
    app,
    datasets.find(({ name }) => name === params.dataset),
    asked,
  );
}
