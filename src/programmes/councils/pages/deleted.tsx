import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeletedPage } from "#ui/deleted.tsx";
import { PART } from "../messages.ts";
import { councilDeletions } from "../secretariat/council-part.usecases.server.ts";
import type { Route } from "./+types/deleted";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await councilPlace(args);
  return { base, ...shown(await councilDeletions.readPage(app, actor, area.id, base, url.searchParams)) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  return answerForm<never>(args.request, [councilDeletions.onRestore(app, actor, area.id, base)]);
}

export default function Deleted({ loaderData, actionData }: Route.ComponentProps) {
  const { base, ...shown } = loaderData;
  return (
    <DeletedPage back={{ to: base, label: "協議会に戻る" }} words={PART} answer={actionData} {...shown} />
  );
}
