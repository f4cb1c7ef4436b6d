/** The name of a form's field for a column of the file. */
export const columnField = (index: number): string => `column-${index}`;
