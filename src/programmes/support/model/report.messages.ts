export const ERRORS = {
  long: "長すぎます。短くしてください。",
  day: "実在する日付を選んでください。",
  future: "まだ来ていない日です。終わってから報告してください。",
  people: "参加した人数を0から10,000までの数で書いてください。",
  content: "したことを書いてください（例 血圧の話と測定）。",
  rating: "5つのうち1つを選んでください。 Please choose one of the five.",
} as const;
