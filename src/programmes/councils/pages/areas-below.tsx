import { TextLink } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";

type AreaBelow = Readonly<{ slug: string; name: string; state: string }>;

/** The areas of a prefecture, each with the way to its council and its plan, for reading. */
export function AreasBelow({ areas }: { areas: readonly AreaBelow[] }) {
  if (areas.length === 0) return null;
  return (
    <Section title="地域ごとの協議会と計画" lead="読むことができます。編集できるのは各地域の事務局です。">
      <ul className="border-t border-solid-gray-300">
        {areas.map(({ slug, name, state }) => (
          <li
            key={slug}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-solid-gray-300 py-3"
          >
            <span className="w-48">{name}</span>
            <span className="min-w-48 grow text-solid-gray-800">{state}</span>
            <span className="flex gap-x-6">
              <TextLink to={`/areas/${slug}/council`}>
                <span className="sr-only">{name}の</span>協議会
              </TextLink>
              <TextLink to={`/areas/${slug}/plan`}>
                <span className="sr-only">{name}の</span>計画
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
