// discourse_test.cc - topics of a small forum, imported again while they change.
#include "importer/discourse.h"

#include "tests/unit/importer/import_helpers.h"

namespace signpost {
namespace {

std::string post(int id, int number, const std::string& cooked, const std::string& more = "") {
  return "{\"id\": " + std::to_string(id) + ", \"post_number\": " + std::to_string(number) + ", " + more +
         "\"username\": \"mira\", \"created_at\": \"2024-05-06T00:00:00Z\", \"cooked\": \"" + cooked + "\"}";
}

std::string topic(const std::string& posts, const std::string& stream,
                  const std::string& title = "Tea pot drips") {
  return R"({"id": 12, "title": ")" + title +
         R"(", "slug": "drips", "tags": ["pot"], "post_stream": {"posts": [)" + posts + R"(], "stream": [)" +
         stream + "]}}";
}

class DiscourseTest : public ImportTest {
 protected:
  DiscourseTest() {
    command_.source = ImportSource::discourse;
    command_.options.base_url = "https://forum.example.com";
  }

  int import(const std::vector<std::string>& topics) {
    command_.options.files.clear();
    for (size_t i = 0; i < topics.size(); ++i) {
      const std::string name = std::to_string(i) + ".json";
      folder_.write(name, topics[i]);
      command_.options.files.push_back(folder_.path(name));
    }
    return run();
  }
};

const std::string kQuestion = post(101, 1, "<p>It drips.</p>");
const std::string kAnswer =
    post(102, 2, "<p>Tilt <em>less</em>.</p>", "\"accepted_answer\": true, \"like_count\": 2, ");

TEST_F(DiscourseTest, WritesThreads) {
  command_.options.license = "CC BY-NC-SA 3.0";
  command_.options.category = "kitchen";
  EXPECT_EQ(import({topic(kQuestion + "," + kAnswer, "101, 102")}), kImportClean) << err_;
  EXPECT_EQ(names(),
            "en/forum.example.com-12-tea-pot-drips/answer-102.md\n"
            "en/forum.example.com-12-tea-pot-drips/question.md\n");
  EXPECT_EQ(files()["en/forum.example.com-12-tea-pot-drips/answer-102.md"],
            "---\n"
            "# signpost-import forum.example.com: the next import replaces this file, unless you delete this "
            "line.\n"
            "author: \"mira\"\nauthor_url: \"https://forum.example.com/u/mira\"\n"
            "source: \"https://forum.example.com/t/drips/12/2\"\nlicense: \"CC BY-NC-SA 3.0\"\n"
            "license_url: \"https://creativecommons.org/licenses/by-nc-sa/3.0/\"\n"
            "date: 2024-05-06\nvotes: 2\naccepted: true\n---\n\n"
            "Tilt *less*.\n");
  const std::string question = files()["en/forum.example.com-12-tea-pot-drips/question.md"];
  EXPECT_NE(question.find("id: \"forum.example.com-12\"\ncategory: \"kitchen\"\ntags: [\"pot\"]\n"),
            std::string::npos);
  import({topic(kQuestion + "," + kAnswer, "101, 102")});
  EXPECT_NE(out_.find("0 files written, 2 unchanged, 0 removed"), std::string::npos) << out_;
}

TEST_F(DiscourseTest, AnswersThatAreGoneOrHiddenAreRemoved) {
  import({topic(kQuestion + "," + kAnswer + "," + post(103, 3, "b"), "101, 102, 103")});
  import({topic(kQuestion + "," + post(102, 2, "x", "\"hidden\": true, "), "101, 102")});
  EXPECT_EQ(names(), "en/forum.example.com-12-tea-pot-drips/question.md\n");
}

TEST_F(DiscourseTest, ATopicMayComeInSeveralFiles) {
  const std::string first = topic(kQuestion + "," + kAnswer, "101, 102, 103, 104");
  const std::string second = topic(post(103, 3, "c") + "," + post(104, 4, "d"), "101, 102, 103, 104");
  EXPECT_EQ(import({first, second}), kImportClean);
  EXPECT_EQ(err_, "");
  EXPECT_EQ(files().size(), 4u);
  EXPECT_EQ(import({first}), kImportClean);
  EXPECT_NE(err_.find("only some posts of this topic"), std::string::npos) << err_;
  EXPECT_EQ(files().size(), 4u) << "the others are still in the stream";
  EXPECT_EQ(import({second}), kImportClean);
}

TEST_F(DiscourseTest, WithoutAFirstPostThereIsNoThread) {
  EXPECT_EQ(import({topic(kAnswer, "101, 102")}), kImportErrors);
  EXPECT_NE(err_.find("its first post is missing"), std::string::npos) << err_;
  EXPECT_EQ(names(), "");
}

TEST_F(DiscourseTest, ATopicThatIsHiddenNowIsRemoved) {
  import({topic(kQuestion + "," + kAnswer, "101, 102")});
  EXPECT_EQ(import({topic(post(101, 1, "x", "\"hidden\": true, ") + "," + kAnswer, "101, 102")}),
            kImportClean);
  EXPECT_EQ(names(), "");
}

TEST_F(DiscourseTest, ABadFileDoesNotStopTheOthers) {
  EXPECT_EQ(import({"no json", topic(kQuestion + "," + post(105, 5, " "), "101, 105")}), kImportErrors);
  EXPECT_NE(err_.find("0.json: error: is left out: it is not valid JSON"), std::string::npos) << err_;
  EXPECT_NE(err_.find("1.json: error: post 5 is left out: it has neither cooked nor raw"), std::string::npos)
      << err_;
  EXPECT_EQ(names(), "en/forum.example.com-12-tea-pot-drips/question.md\n");
  EXPECT_EQ(import({"no json"}), kImportFailed);
  command_.options.files = {folder_.path("missing.json"), folder_.path()};
  EXPECT_EQ(run(), kImportFailed);
}

TEST_F(DiscourseTest, OtherTopicsStayUnlessPruned) {
  import({topic(kQuestion, "101")});
  std::string other = topic(post(201, 1, "<p>Other</p>"), "201", "Other");
  other.replace(other.find("12"), 2, "13");
  import({other});
  EXPECT_EQ(files().size(), 2u);
  command_.options.prune = true;
  EXPECT_EQ(import({other, "no json"}), kImportErrors);
  EXPECT_EQ(files().size(), 2u) << "what the bad file has is unknown";
  import({other});
  EXPECT_EQ(names(), "en/forum.example.com-13-other/question.md\n");
}

TEST_F(DiscourseTest, RawMarkdownStaysAsItIs) {
  const std::string raw = R"({"id": 101, "post_number": 1, "created_at": "2024-05-06", "raw": "# A\n\n*b*"})";
  EXPECT_EQ(import({topic(raw, "101")}), kImportClean);
  const std::string question = files()["en/forum.example.com-12-tea-pot-drips/question.md"];
  EXPECT_NE(question.find("source: \"https://forum.example.com/t/drips/12/1\"\n"), std::string::npos);
  EXPECT_TRUE(question.ends_with("\n---\n\n# A\n\n*b*\n")) << question;
}

}  // namespace
}  // namespace signpost
