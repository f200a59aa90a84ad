// thread.h - parses the posts of strangers, a question and its answers, into one document.
// Tested by tests/unit/content/thread_test.cc.
#pragma once

#include <vector>

#include "content/parse.h"
#include "content/site.h"

namespace signpost {

// `files[0]` is the question. No raw HTML passes, links get rel="ugc nofollow noopener". Answers are sorted
// accepted first, then by votes, then by date. Never throws on bad input.
ParseResult parse_thread(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site,
                         const LinkResolver& links);

}  // namespace signpost
