/** Short facts side by side, such as a year, a way and a state. */
export const ToldLine = ({ facts }: { facts: readonly string[] }) => (
  <span className="flex flex-wrap gap-x-5">
    {facts.map((fact) => (
      <span key={fact}>{fact}</span>
    ))}
  </span>
);
