import { RequestError } from '../../../readers/readError';
import { named, type Survey } from '../survey';
import { type ClassGroup, classNamesOf, partOf } from './classColumns';

/** The class columns that a person gave for each model; throws when their number is not that of the classes. */
export function chosenGroups(survey: Survey, labels: readonly string[]): ClassGroup[] {
  const classNames = classNamesOf(labels);
  const chosen = Object.entries(survey.choices.classProbabilities ?? {});
  return chosen.map(([name, names]) => {
    if (names.length < labels.length) {
      throw new RequestError(
        { source: survey.table.name },
        `"${name}" has ${names.length} class columns for ${labels.length} classes`,
      );
    }
    const columns = named(survey, names);
    const parts = columns.map(column => partOf(column, classNames)?.label);
    const isNamed = labels.every(label => parts.includes(label)) && !parts.includes(undefined);
    const classes = isNamed
      ? parts.map(part => part!)
      : names.map((_, i) => labels[i] ?? names[i]!);
    return { key: name, name, isLogit: false, columns, classes };
  });
}
