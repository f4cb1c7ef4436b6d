type Hotline = Readonly<{ name: string; number: string; hours: string }>;

/** Numbers in sight beside questions on how somebody feels. */
export const Hotlines = ({ hotlines, title }: { hotlines: readonly Hotline[]; title: string }) => (
  <aside className="my-4 border-l-8 border-blue-900 bg-solid-gray-50 px-4 py-3" aria-label={title}>
    <p className="text-std-16B-170">{title}</p>
    <ul>
      {hotlines.map((one) => (
        <li key={one.number}>
          <a className="text-blue-1000 underline" href={`tel:${one.number}`}>
            {one.number}
          </a>{" "}
          {one.name}（{one.hours}）
        </li>
      ))}
    </ul>
  </aside>
);
