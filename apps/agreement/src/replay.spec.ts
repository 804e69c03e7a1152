import { categoriesOf, committedDigests, foldedDigests, type AnyDecider } from '@lien-ket/testing';
import { agreementDecider } from './agreement/agreement.decider.js';
import { confirmationDecider } from './agreement/confirmation.decider.js';
import { erasureDecider } from './erasure/erasure.decider.js';
import { acknowledgementDecider } from './plan/acknowledgement.decider.js';
import { amendmentDecider } from './plan/amendment.decider.js';
import { numberDecider } from './plan/number.decider.js';
import { planDecider } from './plan/plan.decider.js';
import { directiveDecider } from './registers/directive.decider.js';
import { documentDecider } from './registers/document.decider.js';
import { organisationDecider } from './registers/organisation.decider.js';
import { contactDecider } from './registers/contact.decider.js';
import { staffDecider } from './registers/register.deciders.js';
import { workingGroupDecider } from './registers/working-group.decider.js';

const DECIDERS = [
  agreementDecider,
  confirmationDecider,
  erasureDecider,
  acknowledgementDecider,
  amendmentDecider,
  numberDecider,
  planDecider,
  directiveDecider,
  contactDecider,
  documentDecider,
  organisationDecider,
  staffDecider,
  workingGroupDecider,
] as unknown as readonly AnyDecider[];

describe('history that was kept', () => {
  it('is folded by every decider of this service', () => {
    // What the platform writes of a tenant and its key is told, and folded by nobody.
    const folded = [...DECIDERS.map(({ aggregate }) => aggregate), 'tenant', 'tenantkey'];
    expect(folded.sort()).toEqual(categoriesOf('agreement').sort());
  });

  it('folds to the state that it did', () => {
    const digests = foldedDigests(DECIDERS);
    expect(Object.keys(digests).length).toBeGreaterThan(0);
    expect(digests).toEqual(committedDigests('agreement', digests));
  });
});
