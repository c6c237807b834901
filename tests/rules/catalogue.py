"""The checks of a first complete catalogue, by the severity that each may reach: more may come, none may go."""

from __future__ import annotations

ERROR = """
catalog-contradiction opened-here-closed-there
agreement-after-start application-reveals-secret assertion-against-commitment blanket-not-accepted
co-owner-consent-missing commitment-below-policy commitment-lost-on-transfer core-technology-unstated
core-unprotected declaration-against-treatment declaration-downgraded dependent-parameter-set-elsewhere
disclosed-before-filing disclosure-late essential-patent-undeclared examination-request-deadline
exclusion-window-missed follow-up-overdue foreign-filing-before-clearance foreign-filing-license-missing
free-promise-while-pending funder-approval-missing gazette-relied-on-as-grace grace-formalities-missing
grace-period-closing identifier-malformed market-without-family-member national-phase-deadline
national-standard-for-global-market nobody-at-committee nothing-closed open-source-gives-patents-away
open-without-terms ownership-unclear participant-silent priority-chain-broken priority-deadline
refused-but-normative secret-content-in-model secret-easily-analysed secret-reachable-from-open
secret-without-containment secret-without-measures stage-impossible standard-reveals-secret
statement-contradicted technical-change-too-late treatment-without-owner
"""
WARNING = """
action-overdue assertion-unprepared background-unlisted boundary-without-right business-side-missing
certified-only-abroad citation-of-old-edition closed-where-adoption-needs-opening closed-without-revenue
committee-secrecy-unproven contribution-without-ip-decision core-test-method-standardized decision-outdated
deliverable-expiring employee-invention-rule-missing exit-list-incomplete export-control-unchecked fees-lapsing
foreign-secrets-mixed-in freedom-to-operate-unchecked indicator-off-track license-narrower-than-use
opened-without-quality-gate partner-publication-uncontrolled patent-covers-nothing patent-ends-before-standard
patent-on-undetectable-use procurement-needs-international-standard production-abroad-without-leak-plan
proposal-without-supporters readiness-unbalanced rival-drafts-unwatched secret-care-overdue
secret-without-prior-use-evidence stage-past-track standard-outlives-project standard-reference-undated
standard-too-late standard-without-benefit steps-undated term-shorter-than-business test-items-guide-rivals
test-method-without-criterion treatment-without-reason trend-unwatched
"""
QUESTION = """
area-untagged claims-steered conduct-grants-license control-point-unreviewed expert-without-successor fact-stale
office-without-reason output-needs-splitting pool-unreviewed venue-against-purpose
"""
DESIGNED = {
    **dict.fromkeys(ERROR.split(), "error"),
    **dict.fromkeys(WARNING.split(), "warning"),
    **dict.fromkeys(QUESTION.split(), "question"),
}
