import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { RESUME } from "../messages.ts";
import { ownRequest } from "../request.server.ts";
import { heldForm, RESUMED } from "../sign-in/held-form.usecases.server.ts";
import type { Route } from "./+types/resume";

export async function loader(args: Route.LoaderArgs) {
  const { app, session } = ownRequest(args);
  const held = await heldForm(app, session, args.params.id);
  // Sent from here, it is used up.
  const used = `${held?.path.includes("?") ? "&" : "?"}${RESUMED}=${args.params.id}`;
  return { held: held && { action: `${held.path}${used}`, fields: held.fields } };
}

export default function Resume({ loaderData: { held } }: Route.ComponentProps) {
  if (!held) {
    return (
      <>
        <PageHead title={RESUME.gone} />
        <Empty title={RESUME.gone}>{RESUME.goneLead}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={RESUME.title} lead={RESUME.lead} />
      <OnceForm submit={RESUME.submit} action={held.action} reloadDocument>
        {held.fields.map(([name, value], index) =>
          // The form's own marks are given anew.
          name === "form" ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields stand still, and names repeat
            <input key={index} type="hidden" name={name} value={value} />
          ),
        )}
      </OnceForm>
      <p className="mt-6">
        <TextLink to="/today">{RESUME.stop}</TextLink>
      </p>
    </>
  );
}
