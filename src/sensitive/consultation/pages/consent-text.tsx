import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { readConsentText } from "../consents/consent.commands.server.ts";
import type { Route } from "./+types/consent-text";
import { casePlace } from "./case-place.tsx";
import { showTime } from "./show-time.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const { withdrawnAt, ...view } = shown(
    await readConsentText(app, actor, { ...target, consent: args.params.consent }),
  );
  return { ...view, withdrawnAt: withdrawnAt && showTime(withdrawnAt, "ja") };
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** The text that was read when the consent was given, to be printed for the person. */
export default function ConsentText({
  loaderData: { language, body, receiver, withdrawnAt },
  params,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={withdrawnAt ? "同意の撤回の控え" : "同意文"}
        lead={receiver}
        actions={
          <>
            <PrintButton label="印刷する" />
            <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
          </>
        }
      />
      {withdrawnAt ? (
        <Notice title={`${withdrawnAt}に、次の同意の撤回を受け付けました。`}>
          <p>
            {receiver}
            は、この時点から情報を閲覧できません。それまでに行った支援の記録は、行った機関に残ります。
          </p>
        </Notice>
      ) : null}
      <p lang={language === "easy" ? "ja" : language} className="max-w-3xl whitespace-pre-line">
        {body}
      </p>
      {withdrawnAt ? null : (
        <>
          <p className="mt-10">日付　　　　年　　月　　日</p>
          <p className="mt-6">署名</p>
        </>
      )}
    </>
  );
}
