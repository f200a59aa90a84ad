#include "content/dialects/mdx_statements.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MdxStatements, AreToldFromText) {
  MdxImports imports;
  for (const char* statement :
       {"import Tabs from '@theme/Tabs';", "import 'a.css'", "import { A, B as C } from \"x\"",
        "import * as X from 'x'", "import D, {E} from 'x'; // why", "import type {T} from 'x'",
        "import A from 'a'; import {B} from 'b'; import 'c';", "import {\n  A,\n} from 'x'",
        "export const a = 1", "export default function F() {}", "export { a }", "export * from 'b'",
        "export function f(x) {\n\n  return x\n}"}) {
    EXPECT_EQ(mdx_statement_length(statement, imports), std::string_view(statement).size()) << statement;
  }
  for (const char* text :
       {"import your data from 'Settings'", "import", "imports a from 'b'", "import the file",
        "export your data", "export default settings to a file", "exports = 1", "import {unclosed",
        "import a from b", "import a from 'b'; important: c", "import a from 'Settings' and go on"}) {
    EXPECT_EQ(mdx_statement_length(text, imports), 0u) << text;
  }
}

TEST(MdxStatements, BeginAParagraph) {
  for (const char* line : {"", "  ", "<!-- prettier-ignore -->"})
    EXPECT_TRUE(statement_may_follow(line)) << line;
  for (const char* line : {"text", "<!-- a --> text", "<!-- open", "-->"})
    EXPECT_FALSE(statement_may_follow(line)) << line;
}

TEST(MdxStatements, KeepWhatANameStandsFor) {
  MdxImports imports;
  mdx_statement_length("import shot from './img/shot.png';", imports);
  mdx_statement_length("import {a} from 'b';", imports);
  EXPECT_EQ(imports.size(), 1u);
  EXPECT_EQ(imports["shot"], "./img/shot.png");
}

}  // namespace
}  // namespace signpost
