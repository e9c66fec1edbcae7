import { extensionsFor, packableExtensionsFor, packedExtensions } from '../readers/formats';

/** The `when` clauses of package.json that depend on which files can be read, by menu and command. */
export interface MenuClause {
  readonly menu: 'editor/title' | 'explorer/context';
  readonly command: 'lossLens.inspectFile' | 'lossLens.compareFiles';
  readonly when: string;
}

const packed = `resourceFilename =~ /\\.(${packableExtensionsFor('offered').join('|')})\\.(${packedExtensions.join('|')})$/i`;
const offered = `(resourceExtname =~ /^\\.(${extensionsFor('offered').join('|')})$/i || ${packed} || resourceFilename =~ /^events\\.out\\.tfevents\\./)`;

/** An icon in the title of an editor only where tables are shown as text, so that it stays rare. */
export const menuClauses: readonly MenuClause[] = [
  {
    menu: 'editor/title',
    command: 'lossLens.inspectFile',
    when: 'resourceExtname =~ /^\\.(csv|tsv)$/i',
  },
  {
    menu: 'explorer/context',
    command: 'lossLens.inspectFile',
    when: `explorerResourceIsFolder || ${offered}`,
  },
  {
    menu: 'explorer/context',
    command: 'lossLens.compareFiles',
    when: `explorerResourceIsFolder || listMultiSelection && ${offered}`,
  },
];
