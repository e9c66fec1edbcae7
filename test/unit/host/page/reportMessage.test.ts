import assert from 'node:assert/strict';
import { reportMessage, withoutNewQuestion } from '../../../../src/host/page/reportMessage';
import type { Inspection } from '../../../../src/shared/protocol/inspection';

const doubt = { question: 'Which of the two columns is the target?', options: [] };
const inspection = { doubt } as unknown as Inspection;
const sure = { doubt: null } as unknown as Inspection;

describe('the report that a page is given', () => {
  it('asks in the panel, which a person opened', () => {
    const message = reportMessage(inspection, undefined, undefined, { asks: true });
    assert.deepEqual(message.inspection.doubt, doubt);
  });

  it('asks nothing in the side view', () => {
    assert.equal(reportMessage(inspection, undefined, undefined, {}).inspection.doubt, null);
  });

  it('raises no question while a file is followed, and keeps the one that stands', () => {
    assert.equal(withoutNewQuestion(sure, inspection).doubt, null);
    assert.deepEqual(withoutNewQuestion(inspection, inspection).doubt, doubt);
  });
});
