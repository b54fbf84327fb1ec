import { hasSigned, signTerms } from '../../lib/contest/confidentiality.ts';
import { found } from '../../lib/contest/found.ts';
import { withSigned } from '../../lib/contest/people.ts';
import { peopleRoutes } from '../../lib/contract/people-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition, memberItem } from '../../lib/store/editions.ts';
import { replace, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { termsIn } from '../../lib/store/plans.ts';
import { memberReply } from './member-reply.ts';

/** A judge signs the terms of confidentiality, once for each text: the record keeps which text, and when. */
export const signConfidentiality = endpoint(
  peopleRoutes.signConfidentiality,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const before = found(facts.member);
    const terms = termsIn(facts.plan);
    const { planVersion } = edition;
    const signed = signTerms({ terms, planVersion }, body.acceptedPlanVersion, now);
    const isNew = !hasSigned(before.confidentiality, terms);
    const member = isNew ? withSigned(before, signed) : before;
    return save({
      changes: isNew
        ? [replace(memberItem(member)), unchanged(keys.edition(editionId), edition.version)]
        : [],
      reply: memberReply(member),
      subject: `member/${editionId}/${actor.personId}`,
      detail: { version: signed.version, textSha256: signed.textSha256 },
    });
  },
);
