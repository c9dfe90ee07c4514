import type { ModelData } from "./model-data.js";
import type { Rows } from "./small-matrix.js";
import { times, transpose, zeros } from "./small-matrix.js";

/** Unit of the response: its value per model value. @internal */
export function responseUnit(data: ModelData): number {
  return data.unit[data.size - 2]!;
}

/**
 * The matrix that takes coefficients of the columns `z` (0 the constant) from the model's scale to the caller's, response unit included:
 * slope × unit of response / unit of column, and the constant at value 0 of every column.
 * @internal
 */
export function backTransform(data: ModelData, z: readonly number[]): number[][] {
  const unit = responseUnit(data);
  if (data.mix !== undefined && z.length > 1) return mixedBack(data, data.mix, z);
  const matrix = zeros(z.length, z.length);
  z.forEach((column, k) => {
    if (column === 0) {
      matrix[k]![k] = unit;
      return;
    }
    const slope = unit / data.unit[column - 1]!;
    matrix[k]![k] = slope;
    const constant = z.indexOf(0);
    if (constant >= 0) matrix[constant]![k] = -slope * data.centre[column - 1]!;
  });
  return matrix;
}

/** a b a'. @internal */
export function congruent(a: Rows, b: Rows): number[][] {
  return times(times(a, b), transpose(a));
}

/** The same where columns were freed of their likeness (all fixed columns then stand in `z`). */
function mixedBack(data: ModelData, mix: readonly (readonly number[])[], z: readonly number[]): number[][] {
  const unit = responseUnit(data);
  const matrix = zeros(z.length, z.length);
  matrix[0]![0] = unit;
  for (let c = 1; c < z.length; c++) {
    for (let b = 1; b < z.length; b++) {
      const slope = (unit / data.unit[c - 1]!) * mix[c - 1]![b - 1]!;
      matrix[b]![c] = slope;
      matrix[0]![c] = matrix[0]![c]! - slope * data.centre[b - 1]!;
    }
  }
  return matrix;
}

/** The inverse of `backTransform`, the constant standing first in `z`. @internal */
export function forthTransform(data: ModelData, z: readonly number[]): number[][] {
  const unit = responseUnit(data);
  const matrix = zeros(z.length, z.length);
  z.forEach((column, k) => {
    matrix[k]![k] = column === 0 ? 1 / unit : data.unit[column - 1]! / unit;
    if (column !== 0) matrix[0]![k] = data.centre[column - 1]! / unit;
  });
  return matrix;
}
