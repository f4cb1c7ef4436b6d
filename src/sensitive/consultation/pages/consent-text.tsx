import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { readConsentText } from "../consents/consent.commands.server.ts";
import type { Route } from "./+types/consent-text";
import { casePlace } from "./case-place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  return shown(await readConsentText(app, actor, { ...target, consent: args.params.consent }));
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** The text that was read when the consent was given, to be printed for the person. */
export default function ConsentText({
  loaderData: { language, body, receiver },
  params,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="同意文"
        lead={receiver}
        actions={
          <>
            <PrintButton label="印刷する" />
            <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
          </>
        }
      />
      <p lang={language === "easy" ? "ja" : language} className="max-w-3xl whitespace-pre-line">
        {body}
      </p>
      <p className="mt-10">日付　　　　年　　月　　日</p>
      <p className="mt-6">署名</p>
    </>
  );
}
