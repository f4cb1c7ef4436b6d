import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { LinkSection } from "#ui/lines.tsx";
import { PageHead } from "#ui/page.tsx";
import { listAgreements } from "../agreements/provider-agreement.usecases.server.ts";
import { HUB } from "../hub.messages.ts";
import type { Route } from "./+types/checkups";

/** Where the work with checkup data begins: its four steps in their order. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { agreements, form } = shown(await listAgreements(app, actor, { area: params.area }));
  return { inForce: agreements.filter((one) => one.inForce).length, analyses: form !== undefined };
}

export default function Checkups({ loaderData: { inForce, analyses }, params }: Route.ComponentProps) {
  const base = `/areas/${params.area}/checkups`;
  const link = (id: keyof typeof HUB.steps, to: string) => ({ id, to, ...HUB.steps[id] });
  return (
    <>
      <PageHead title={HUB.title} lead={HUB.lead(inForce)} />
      <LinkSection
        title={HUB.work}
        none=""
        rows={[
          link("agreements", `${base}/agreements`),
          ...(analyses ? [link("imports", "/checkup-imports")] : []),
          link("editions", `${base}/editions`),
          link("questions", `${base}/questions`),
          link("picture", `${base}/picture`),
          link("hash", "/checkup-hash"),
        ]}
      />
    </>
  );
}
