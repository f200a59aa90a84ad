// released_articles.h - a small help centre, indexed as the program does it, for the tests of packs and their
// use.
#pragma once

#include <sstream>
#include <string>

#include "indexer/indexing_run.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {

// Articles "refunds", "invoices" and their Korean "refunds", a thread, an image, and old addresses.
inline void write_articles(const TemporaryFolder& folder, const std::string& source) {
  folder.write(source + "/site.yaml",
               "title: {en: Help}\nlanguages:\n  - {code: en, name: English}\n  - {code: ko, name: 한국어}\n"
               "categories:\n  - {id: billing, names: {en: Billing}}\n");
  folder.write(source + "/redirects", "/kb/7 invoices\n");
  folder.write(source + "/help/en/billing/refunds.md",
               "---\ntitle: Refunds\naliases: [/old/refunds]\n---\nAsk for your money "
               "back.\n\n![a](../../../a.png)\n");
  folder.write(source + "/help/en/billing/invoices.md",
               "---\ntitle: Invoices\n---\nInvoices come monthly.\n");
  folder.write(source + "/help/ko/billing/refunds.md", "---\ntitle: 환불\n---\n환불을 요청하세요.\n");
  folder.write(source + "/community/en/lost/question.md",
               "---\ntitle: Lost letter?\nauthor: kim\n---\nWhere is it?\n");
  folder.write(source + "/a.png", std::string(20'000, '\x89'));
}

// Indexes `source` into `output`, both names in the folder.
inline void index_articles(const TemporaryFolder& folder, const std::string& source,
                           const std::string& output, IndexOptions options = {}) {
  options.source = folder.path(source);
  options.output = folder.path(output);
  std::ostringstream ignored;
  run_index(options, ignored, ignored);
}

}  // namespace signpost
