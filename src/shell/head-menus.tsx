import { Link, useLocation } from "react-router";
import { DensitySwitch } from "#ui/density.tsx";
import { forgetDrafts } from "#ui/enhance/drafts.ts";
import { Icon } from "#ui/icon.tsx";
import { Disclosure } from "#ui/shell-menu.tsx";
import { type Language, TEXTS } from "./messages.ts";

type Place = { slug: string; name: string };
type Words = (typeof TEXTS)[Language];

export function Places({
  places,
  here,
  text,
}: {
  places: (Place & { to: string; kind: string; roles: string })[];
  here: Place | undefined;
  text: Words;
}) {
  if (!here) return null;
  const label = (
    <>
      <Icon name="place" />
      <span className="max-w-36 truncate text-std-16B-170 desktop:max-w-none">{here.name}</span>
    </>
  );
  if (places.length === 1) return <span className="inline-flex items-center gap-2">{label}</span>;
  return (
    <Disclosure label={label} side="left">
      <p className="px-4 py-1 text-dns-14N-130 text-solid-gray-700">{text.place}</p>
      <ul>
        {places.map((place) => {
          const shown = place.slug === here.slug;
          return (
            <li key={place.slug}>
              <Link
                to={place.to}
                aria-current={shown || undefined}
                className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-blue-50"
              >
                <Icon name="check" className={shown ? "size-5 text-blue-900" : "invisible size-5"} />
                <span className="grow">
                  <span className={shown ? "block font-bold" : "block"}>{place.name}</span>
                  <span className="block text-dns-14N-130 text-solid-gray-700">
                    {[place.kind, place.roles, shown ? text.here : ""].filter(Boolean).join("・")}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

const HEAD_LINK =
  "inline-flex min-h-11 items-center gap-1.5 text-solid-gray-900 underline-offset-4 hover:underline";

export function VisitorLinks({ language, offered }: { language: Language; offered: boolean }) {
  const location = useLocation();
  const text = TEXTS[language];
  const query = new URLSearchParams(location.search);
  if (language === "en") query.delete("lang");
  else query.set("lang", "en");
  const search = query.toString();
  return (
    <>
      {offered ? (
        <Link
          to={`${location.pathname}${search ? `?${search}` : ""}`}
          lang={language === "en" ? "ja" : "en"}
          className={HEAD_LINK}
        >
          <Icon name="globe" />
          {text.otherLanguage}
        </Link>
      ) : null}
      <Link to="/sign-in" className={HEAD_LINK}>
        <Icon name="signIn" />
        {text.signIn}
      </Link>
    </>
  );
}

export function AccountMenu({
  name,
  roles,
  language,
}: {
  name: string;
  roles: string[];
  language: "ja" | "en";
}) {
  const text = TEXTS[language];
  return (
    <Disclosure
      label={
        <>
          <Icon name="person" />
          <span className="max-w-28 truncate max-desktop:sr-only desktop:max-w-none">{name}</span>
        </>
      }
    >
      <p className="px-4 pt-1 desktop:hidden">{name}</p>
      <p className="px-4 py-2 text-dns-14N-130 text-solid-gray-700">{roles.join("・")}</p>
      <Link to="/health-file" className="block min-h-11 px-4 py-2.5 hover:bg-blue-50">
        {text.healthFile}
      </Link>
      <Link to="/account" className="block min-h-11 px-4 py-2.5 hover:bg-blue-50">
        {text.account}
      </Link>
      <DensitySwitch label={text.density} />
      <form method="post" action="/sign-out" onSubmit={forgetDrafts}>
        <button
          type="submit"
          className="block min-h-11 w-full cursor-pointer px-4 py-2.5 text-left hover:bg-blue-50"
        >
          {text.signOut}
        </button>
      </form>
    </Disclosure>
  );
}
