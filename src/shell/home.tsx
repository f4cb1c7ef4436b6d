import { redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { publishedRequests } from "#programmes/support/public.ts";
import { TextLink } from "#ui/button.tsx";
import { Threads, VisitDrawing } from "#ui/drawings.tsx";
import { Icon, type IconName } from "#ui/icon.tsx";
import type { Route } from "./+types/home";
import { HOME } from "./home.messages.ts";
import { readHome } from "./home.server.ts";
import { languageOf } from "./messages.ts";
import { PlaceFinder, PrefectureMap } from "./place-finder.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "person") throw redirect("/today");
  const home = expectOk(await readHome(app, actor, {}));
  return {
    ...home,
    language: languageOf(url),
    published: await publishedRequests(
      app,
      home.windows.map(({ slug }) => slug),
    ),
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { language, windows, many, tiles, published } = loaderData;
  const text = HOME[language];
  const query = language === "en" ? "?lang=en" : "";
  return (
    <>
      <title>結 Yui</title>
      <meta property="og:title" content={text.title} />
      <div className="grid gap-x-16 gap-y-10 pt-4 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <section id="find" aria-labelledby="workplaces">
          <p id="workplaces" className="text-std-16B-170 text-solid-gray-700">
            {text.workplaces}
          </p>
          <h1 className="mt-1 text-std-28B-150 sm:text-std-36B-140">{text.title}</h1>
          <p className="mt-3 text-std-16N-170">
            {text.lead}
            <strong className="ml-2 rounded-4 bg-green-50 px-2 py-0.5 text-green-900">{text.free}</strong>
          </p>
          <PlaceFinder
            {...{
              language,
              to: "ask",
              label: text.place,
              example: text.example,
              send: text.find,
              primary: true,
            }}
          />
          {windows.length > 0 ? (
            <>
              <h2 className="mt-4 text-std-16B-170">{text.windows}</h2>
              <ul className="mt-1 flex flex-wrap gap-x-6">
                {windows.map(({ slug, name, towns }) => (
                  <li key={slug}>
                    <a
                      href={`/areas/${slug}/ask${query}`}
                      className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
                    >
                      {text.window(name, towns)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p className="mt-4">{text.many(many)}</p>
          )}
          <div className="mt-4">
            <VisitDrawing />
          </div>
        </section>
        <section aria-labelledby="health">
          <h2 id="health" className="text-std-20B-160">
            {text.health}
          </h2>
          <p className="mt-1">{text.healthLead}</p>
          <PlaceFinder {...{ language, to: "health", label: text.place, example: "", send: text.show }} />
          <PrefectureMap tiles={tiles} language={language} />
        </section>
      </div>
      <Threads />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <section aria-label={text.steps}>
          <ol className="grid gap-x-8 gap-y-6 md:grid-cols-3">
            {text.step.map(([title, words], i) => (
              <li key={title} className="flex gap-4">
                <span aria-hidden="true" className="text-std-36N-140 text-kaki">
                  {i + 1}
                </span>
                <span>
                  <strong className="block text-std-17B-170">{title}</strong>
                  <span className="block text-solid-gray-700">{words}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
        {published ? (
          <p className="border-solid-gray-300 lg:border-l lg:pl-8">
            <span className="block text-dns-14N-130 text-solid-gray-700">{text.done(published.label)}</span>
            <span className="block text-std-32B-150">
              {published.count.toLocaleString("ja-JP")}
              <span className="ml-1 text-std-16N-170">{text.times}</span>
            </span>
          </p>
        ) : null}
      </div>
      <section className="mt-12">
        <h2 className="text-std-20B-160">{text.others}</h2>
        <ul className="mt-2 grid gap-x-10 md:grid-cols-2">
          <Other icon="person" to={`/health-booklet${query}`} words={text.file} />
          <Other icon="consult" to="/stress" words={text.stress} />
          <Other icon="people" to={`/councils${query}`} words={text.councils} />
          <Other icon="chart" to={`/methods${query}`} words={text.methods} />
          <Other icon="signIn" to="/sign-in" words={text.staff} />
        </ul>
      </section>
    </>
  );
}

function Other({
  icon,
  to,
  words: [title, words],
}: {
  icon: IconName;
  to: string;
  words: readonly [string, string];
}) {
  return (
    <li className="flex gap-3 border-t border-solid-gray-300 py-4">
      <Icon name={icon} className="mt-1 size-5" />
      <span>
        <TextLink to={to}>{title}</TextLink>
        <span className="block text-dns-14N-130 text-solid-gray-700">{words}</span>
      </span>
    </li>
  );
}
