import { requestOf, sessionContext } from "#foundation/identity/public.ts";
import { callerOf } from "../request.server.ts";
import { answerPasskeyStep } from "../sign-in/passkey.usecases.server.ts";
import type { Route } from "./+types/auth-api";

/** The dialogue with a passkey: JSON between the browser's script and the server, no page. */
async function answer({ context, request }: Route.LoaderArgs | Route.ActionArgs): Promise<Response> {
  const response = await answerPasskeyStep(
    requestOf(context).app,
    callerOf({ context, request }),
    context.get(sessionContext),
    request,
  );
  return response ?? new Response(null, { status: 404 });
}

export const loader = (args: Route.LoaderArgs) => answer(args);
export const action = (args: Route.ActionArgs) => answer(args);
