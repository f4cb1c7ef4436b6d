import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { receivingAreas } from "#programmes/support/public.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import type { Route } from "./+types/home";
import { languageOf } from "./messages.ts";

/** More than that are found by the list of areas, whose profiles lead on. */
const MOST_WINDOWS = 12;

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "person") throw redirect("/today");
  return {
    language: languageOf(url),
    demonstration: app.config.mode === "demonstration",
    windows: await receivingAreas(app),
  };
}

const TEXTS = {
  ja: {
    title: "地域と職場の健康づくりを、ひとつにつなぐ",
    lead: "保健所、地域産業保健センター、市町村、医師会、保険者、商工会議所。働く人の健康を支える機関が、同じ事実を見て、ともに動くための場所です。",
    find: "地域の健康プロフィールを見る",
    councils: "全国の協議会を見る",
    workplaces: "事業所の方",
    workplacesLead: "健康の話や相談など、働く人の健康づくりを地域の窓口に頼めます。ログインは不要です。",
    window: (area: string) => `${area}の相談窓口`,
    windows: "地域の窓口を探す",
    examples: "見本の地域",
    staff: "保健所・支援機関の方",
    staffLead: "協議会の運営、計画、事業所からの依頼は、ログインしてから行います。",
    signIn: "ログイン",
    areas: [
      ["sagamihara", "相模原市"],
      ["hamada", "浜田圏域"],
    ],
  },
  en: {
    title: "Public health and workplace health, joined",
    lead: "Public health centres, occupational health centres, municipalities, doctors, insurers and chambers of commerce work from the same facts to support the health of working people.",
    find: "See an area's health profile",
    councils: "See the councils of all areas",
    workplaces: "For workplaces",
    workplacesLead:
      "Ask the office of your area for talks and advice on health at work. No account is needed.",
    window: (area: string) => `Ask for help: ${area}`,
    windows: "Find the office of your area",
    examples: "Areas to try",
    staff: "For staff",
    staffLead: "Councils, plans and requests from workplaces are handled after signing in.",
    signIn: "Sign in",
    areas: [
      ["sagamihara", "Sagamihara City"],
      ["hamada", "Hamada area"],
    ],
  },
} as const;

export default function Home({ loaderData }: Route.ComponentProps) {
  const text = TEXTS[loaderData.language];
  const query = loaderData.language === "en" ? "?lang=en" : "";
  return (
    <div className="max-w-3xl py-6">
      <title>結 Yui</title>
      <h1 className="text-std-32B-150">{text.title}</h1>
      <p className="mt-4 text-std-17N-170">{text.lead}</p>
      <p className="mt-8">
        <ButtonLink to={`/areas${query}`} kind="primary">
          {text.find}
        </ButtonLink>
      </p>
      <p className="mt-4">
        <TextLink to="/councils">{text.councils}</TextLink>
      </p>
      <section className="mt-10 border-t border-solid-gray-300 pt-6">
        <h2 className="text-std-20B-160">{text.workplaces}</h2>
        <p className="mt-2">{text.workplacesLead}</p>
        {loaderData.windows.length <= MOST_WINDOWS ? (
          <ul className="mt-2">
            {loaderData.windows.map(({ slug, name }) => (
              <li key={slug} className="py-1.5">
                <TextLink to={`/areas/${slug}/ask${query}`}>{text.window(name)}</TextLink>
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-2">
            <TextLink to={`/areas${query}`}>{text.windows}</TextLink>
          </p>
        )}
      </section>
      {loaderData.demonstration ? (
        <section className="mt-10 border-t border-solid-gray-300 pt-6">
          <h2 className="text-std-20B-160">{text.examples}</h2>
          <ul className="mt-2">
            {text.areas.map(([slug, name]) => (
              <li key={slug} className="py-1.5">
                <TextLink to={`/areas/${slug}${query}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="mt-10 border-t border-solid-gray-300 pt-6">
        <h2 className="text-std-20B-160">{text.staff}</h2>
        <p className="mt-2">{text.staffLead}</p>
        <p className="mt-4">
          <ButtonLink to="/sign-in">{text.signIn}</ButtonLink>
        </p>
      </section>
    </div>
  );
}
