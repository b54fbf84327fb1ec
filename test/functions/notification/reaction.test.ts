import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/notification/index.ts';
import { receiptPagePath } from '../../../lib/contest/receipt-link.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { keys } from '../../../lib/store/keys.ts';
import { canariesIn, canaryContent } from '../../support/canaries.ts';
import { openWorld } from '../../support/world.ts';
import { submittedEntry } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, publish } from '../../support/world-results.ts';

const { applicant1, organiserA } = people;

describe('mail', () => {
  it('tells a person once what they are invited to, and until when', async () => {
    await using world = await openWorld();
    await world.settle();
    const earlier = world.mails.length;
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, {
      body: { email: 'moi@example.vn', name: 'Trần Văn Khách', role: 'judge' },
    });
    await world.settle();
    const mails = world.mails.slice(earlier);
    expect(mails.map(({ text, ...mail }) => mail)).toEqual([
      {
        id: `invitation-${invitationId}`,
        to: 'moi@example.vn',
        subject: 'Mời tham gia cuộc thi: Giám khảo',
      },
    ]);
    for (const said of ['Trần Văn Khách', invitationId, 'https://contest.example.vn']) {
      expect(mails[0]!.text).toContain(said);
    }
  });

  it('is not sent again for a role that was accepted or taken away', async () => {
    await using world = await openWorld();
    await world.settle();
    // Six were invited and have accepted, one of them was revoked.
    const ids = world.mails.map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  });

  it('is a receipt for each version handed in, to its owner', async () => {
    await using world = await openWorld();
    await world.settle();
    const earlier = world.mails.length;
    const { entryId, code, receipt } = await submittedEntry(world, { content: canaryContent() });
    const again = { path: { entryId }, body: { acceptedPlanVersion: 1 } };
    await world.as(applicant1).reply(routes.submitEntry, again);
    await world.settle();
    const mails = world.mails.slice(earlier);
    expect(mails.map(({ id, to, subject }) => ({ id, to, subject }))).toEqual(
      [1, 2].map((version) => ({
        id: `receipt-${entryId}-${version}`,
        to: applicant1.email,
        subject: `Đã nhận hồ sơ ${code} (lần ${version})`,
      })),
    );
    const { documents, signature, receivedAt } = receipt;
    for (const said of [documents[0]!.sha256, signature, receivedAt]) {
      expect(mails[0]!.text).toContain(said);
    }
    expect(canariesIn(mails[0]!.text)).toEqual(['title']);
    // The link in the mail is that of the receipt.
    const link = `https://contest.example.vn${receiptPagePath(receipt)}`;
    expect(mails[0]!.text.split(link)).toHaveLength(3);
  });

  it('that an event asks for twice leaves once', async () => {
    await using world = await openWorld();
    const { entryId } = await submittedEntry(world);
    await world.settle();
    const key = keys.submissionVersion(world.editionId, entryId, 1);
    const after = await world.table.get(key);
    await reaction(world.services)({ kind: 'item-changed', id: 'again', after: after! });
    await world.settle();
    const receipts = world.mails.filter(({ id }) => id.startsWith('receipt-'));
    expect(receipts.map(({ id }) => id)).toEqual([`receipt-${entryId}-1`]);
  });

  it('says nothing of scores, ranks or winners', async () => {
    await using world = await openWorld();
    await world.settle();
    const earlier = world.mails.length;
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    await world.settle();
    const mails = world.mails.slice(earlier);
    const kinds = mails.map(({ id }) => id.slice(0, id.indexOf('-')));
    expect(kinds).toEqual(['receipt', 'receipt', 'feedback', 'feedback']);
    const said = mails.slice(2).map(({ subject, text }) => subject + text);
    expect(said.join('')).not.toMatch(/[0-9]+\.[0-9]{2}|giải|hạng|điểm|prize|rank|score/iu);
  });
});
