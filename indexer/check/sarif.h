// sarif.h - what a check found as SARIF, for the code scanning of GitHub and others.
// Tested by tests/unit/indexer/check/findings_test.cc.
#pragma once

#include <string>

#include "indexer/check/findings.h"

namespace signpost {

// SARIF 2.1.0, an OASIS standard.
std::string findings_to_sarif(const Findings& findings);

}  // namespace signpost
