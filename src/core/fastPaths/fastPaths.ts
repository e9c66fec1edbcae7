/** What is done otherwise with very long tables, and how far that may be from the plain way. */
export interface FastPath {
  /** From so many samples on; fewer take the plain way. */
  readonly from: number;
  readonly instead: string;
  readonly bound: string;
  /** The plain function that its test compares it with. */
  readonly equals: string;
}

type FastPathId = 'sketch' | 'tolerance' | 'ranking' | 'isotonic' | 'findings' | 'won';

/**
 * Every place where a long table is not gone through sample by sample. Values of losses are none of them:
 * those are always exact. What stands here serves sliders, pictures and searches.
 */
export const fastPaths: Readonly<Record<FastPathId, FastPath>> = {
  sketch: {
    from: 200_000,
    instead:
      'mean losses of a moved slider come from two weighted numbers for each bucket of equal leading bits',
    bound: 'smooth losses differ in the third order of the width of a bucket, 1/256 of its numbers',
    equals: 'the mean of sampleFill over all samples',
  },
  tolerance: {
    from: 200_000,
    instead: 'for each sample the tolerance that it takes is kept as a code of its leading bits',
    bound: 'none: samples at the code of the tolerance are looked at again',
    equals: 'lossGap and the count of samples within the tolerance',
  },
  ranking: {
    from: 200_001,
    instead: 'the loss budget adds up groups of losses with equal leading bits',
    bound: 'exact at the edges of groups, which are 1/128 wide at most; linear between them',
    equals: 'the sums of the sorted losses',
  },
  isotonic: {
    from: 200_001,
    instead: 'recalibration counts events in 65 536 equal cells of probability',
    bound: 'probabilities of one cell, 1.6e-5 wide, are recalibrated together',
    equals: 'pool adjacent violators over every distinct probability',
  },
  findings: {
    from: 100_001,
    instead: 'a finding is first looked for among 100 000 evenly spread samples',
    bound: 'what is found there is worked out over all samples before it is said',
    equals: 'the same detector over all samples',
  },
  won: {
    from: 20_001,
    instead: 'what could be won is fitted and judged on 20 000 evenly spread samples, and says so',
    bound: 'the interval that is shown is of those samples',
    equals: 'the cross-fit over all samples',
  },
};
