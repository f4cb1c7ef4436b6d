export default function Home() {
  return (
    <main>
      <h1>結 Yui</h1>
    </main>
  );
}
