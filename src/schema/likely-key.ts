const LONGEST_KEY = 40;

/**
 * The known key that a mistyped one probably means: the nearest by edits (a letter more, less, other, or two swapped), case and separators
 * aside. At most a third of its letters may differ; of equally near ones the first.
 *
 * @internal
 */
export function likelyKey(key: string, known: readonly string[]): string | undefined {
  if (key.length > LONGEST_KEY) return undefined;
  const typed = bare(key);
  let best: string | undefined;
  let fewest = Math.floor(typed.length / 3) + 1;
  for (const candidate of known) {
    const edits = editDistance(typed, bare(candidate));
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

function bare(key: string): string {
  return key
    .normalize("NFKC")
    .replace(/[\s_-]/g, "")
    .toLowerCase();
}

/** Optimal string alignment: the three last rows of the table are enough. */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let edits = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + same);
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, at(before, column - 2) + 1);
      current.push(edits);
    }
    before = above;
    above = current;
  }
  return at(above, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
