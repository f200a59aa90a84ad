// hostile_source_test.cc - a folder with everything that may be in the way: each bad file costs itself alone,
// and all others are published. What no limit inside a process can stop is stopped by the workers' limits
// (worker_pool_test.cc).
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/sanitized_build.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "indexer/indexing_run.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;

constexpr int kGood = 5;

class HostileSourceTest : public ::testing::Test {
 protected:
  HostileSourceTest() {
    options_.source = folder_.path("source");
    options_.output = folder_.path("index");
    options_.report_file = folder_.path("report.json");
    for (int i = 0; i < kGood; ++i) add("good/g" + std::to_string(i) + ".md", "# Good\n\nSome words.\n");
  }

  void add(const std::string& name, const std::string& text) { folder_.write("source/" + name, text); }
  // A file of this size that takes no room.
  void add_hole(const std::string& name, off_t size) {
    add(name, "");
    ASSERT_EQ(::truncate(folder_.path("source/" + name).c_str(), size), 0);
  }
  void run() {
    std::ostringstream out;
    std::ostringstream err;
    code_ = run_index(options_, out, err);
    said_ = err.str();
    report_ = nlohmann::json::parse(folder_.read("report.json"));
  }
  uint64_t published() { return verify_generation(*current_generation(options_.output)).documents; }
  int found(const std::string& rule, const std::string& path_begin) {
    int count = 0;
    for (const auto& finding : report_["diagnostics"]) {
      count += finding["rule"] == rule && finding["path"].get<std::string>().rfind(path_begin, 0) == 0;
    }
    return count;
  }

  TemporaryFolder folder_;
  IndexOptions options_;
  int code_ = 0;
  std::string said_;
  nlohmann::json report_;
};

std::string repeated(const std::string& unit, size_t times) {
  std::string text;
  text.reserve(unit.size() * times);
  for (size_t i = 0; i < times; ++i) text += unit;
  return text;
}

template <typename Line>
std::string numbered(size_t from, size_t to, Line line) {
  std::string text;
  for (size_t i = from; i < to; ++i) text += line(i);
  return text;
}

// The patterns of cmark's list of pathological inputs (test/pathological_tests.py), each grown to about 64
// KB.
std::vector<std::pair<const char*, std::string>> pathological_inputs() {
  constexpr size_t kBytes = 64 * 1024;
  const auto filled = [](const char* unit) { return repeated(unit, kBytes / std::string(unit).size()); };
  return {
      {"nested-strong", repeated("*a **a ", kBytes / 14) + "b" + repeated(" a** a*", kBytes / 14)},
      {"emphasis-closers", filled("a_ ")},
      {"emphasis-openers", filled("_a ")},
      {"link-closers", filled("a]")},
      {"link-openers", filled("[a")},
      {"mismatched", filled("*a_ ")},
      {"issue-389", repeated("*a ", kBytes / 8) + repeated("_a*_ ", kBytes / 8)},
      {"multiples-of-3", "a**b" + filled("c* ")},
      {"link-and-emphasis", filled("[ a_")},
      {"bracket-paren", filled("[ (](")},
      {"image-bracket", filled("![[]()")},
      {"hard-link", filled("**x [a*b**c*](d) ")},
      {"nested-brackets", repeated("[", kBytes / 2) + "a" + repeated("]", kBytes / 2)},
      {"nested-quotes", filled("> ") + "a"},
      {"nested-lists", numbered(0, 250, [](size_t i) { return std::string(2 * i, ' ') + "* a\n"; })},
      {"quotes-and-emphasis", repeated(">", kBytes / 4) + repeated("a*", kBytes / 4)},
      {"lists-then-blanks", repeated("- ", kBytes / 4) + "x" + repeated("\n", kBytes / 2)},
      {"nul", repeated(std::string("abc\0de", 6), kBytes / 6)},
      {"backticks", numbered(1, 360, [](size_t i) { return "e" + std::string(i, '`'); })},
      {"unclosed-links", filled("[a](<b")},
      {"unclosed-links-plain", filled("[a](b")},
      {"unclosed-comments", "</" + filled("<!--")},
      {"unclosed-declarations", "</" + filled("<!A ")},
      {"unclosed-instructions", "</" + filled("<?")},
      {"references", numbered(0, 4000, [](size_t i) { return "[" + std::to_string(i) + "]: u\n"; }) +
                         filled("[0] ").substr(0, kBytes / 4)},
      {"same-references", filled("[a]: u\n")},
      {"footnotes", numbered(0, 3000, [](size_t i) { return "[^" + std::to_string(i) + "]:\n"; }) +
                        repeated("[^1]", 4000)},
      {"footnote-closers", filled("[^a]: b\n\n")},
      {"table-rows", filled("aaa\rbbb\n-\v\n")},
      {"table-columns", repeated("|a", kBytes / 4) + "\n" + repeated("|-", kBytes / 4)},
      {"table-cells", "|a|b|\n|-|-|\n" + filled("|\n")},
      {"tilde", filled("~~a ~")},
      {"entities", filled("&amp")},
      {"autolinks", filled("a@b.")},
      {"www", filled("www.a_")},
      {"colons", filled("http://")},
      {"raw-html", filled("<a b='")},
  };
}

TEST_F(HostileSourceTest, EveryPathologicalInputCostsOneDocument) {
  const auto inputs = pathological_inputs();
  bool post = false;  // every other one is a stranger's
  for (const auto& [name, text] : inputs) {
    const std::string file = "---\ntitle: " + std::string(name) + "\n---\n" + text + "\n";
    add(post ? std::string("community/en/") + name + "/question.md" : std::string("bad/") + name + ".md",
        file);
    post = !post;
  }
  run();
  EXPECT_EQ(published(), kGood + inputs.size()) << said_;
  EXPECT_EQ(found("render", "good/"), 0);
}

TEST_F(HostileSourceTest, LargeFilesAreNotRead) {
  add_hole("bad/line.md", 200 << 20);              // one line of 200 MB
  add_hole("bad/large.md", (off_t{2} << 30) + 1);  // over what 32 bits can tell
  add_hole("bad/film.mp4", off_t{2} << 30);        // that no article shows
  run();
  EXPECT_EQ(code_, kExitErrors);
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood));
  EXPECT_EQ(found("file-size", "bad/"), 2) << said_;
}

TEST_F(HostileSourceTest, FrontMatterOfBombsAndDepth) {
  const auto head = [](const std::string& yaml) {
    return "---\n" + yaml + "\n---\n\n# Still here\n\nwords\n";
  };
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [" + repeated("*" + before + ", ", 8) + "*" + before + "]\n";
  }
  add("bad/bomb.md", head(bomb + "tags: *i\ntitle: *i\nid: *i\n"));
  add("bad/self.md", head("id: &a [*a]\ntags: &b {x: *b}\n"));
  add("bad/megabyte.md", head("title: x\nsummary: " + std::string(1 << 20, 'a')));
  uint64_t deep = 0;
  for (const char* unit : {"[", "{a: ", "- ", "? ", "!a ", "&a ", "[[{", "'", "\"\\"}) {
    const std::string name = "deep" + std::to_string(++deep);
    const std::string value = repeated(unit, 60'000 / std::string(unit).size());
    add("bad/" + name + ".md", head("id: " + name + "\ntitle:\n " + value));
  }
  run();
  EXPECT_EQ(published(), kGood + 3 + deep) << said_;
  EXPECT_GE(found("front-matter", "bad/megabyte.md"), 1);
  EXPECT_GE(found("front-matter", "bad/bomb.md"), 1) << said_;
}

TEST_F(HostileSourceTest, ASettingsFileOfDepthIsNoEnd) {
  add("site.yaml", "title:\n  " + repeated("[", 100'000));
  run();
  EXPECT_EQ(code_, kExitErrors);
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood)) << said_;
}

// Folders until no path reaches them any more.
void dig(const std::string& from, int levels) {
  int at = ::open(from.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; i < levels; ++i) {
    ASSERT_EQ(::mkdirat(at, "deeper", 0700), 0);
    const int next = ::openat(at, "deeper", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::close(at);
    at = next;
  }
  ::close(at);
}

TEST_F(HostileSourceTest, FoldersDeeperThanPathsCanBeAreLeftOut) {
  add("deep/shallow.md", "# Shallow\n\nwords\n");
  dig(folder_.path("source/deep"), 1000);
  run();
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood + 1)) << said_;
  EXPECT_EQ(found("file-read", "deep/"), 1);
}

TEST_F(HostileSourceTest, LinksPipesAndNames) {
  folder_.write("outside/secret.md", "# Secret\n");
  folder_.write("outside/secret.png", "secret");
  add("bad/picture.md", "# Picture\n\n![x](out.png) ![y](../../outside/secret.png)\n");
  const std::string bad = folder_.path("source/bad/");
  fs::create_symlink(folder_.path("outside/secret.md"), bad + "file.md");
  fs::create_symlink("../../outside/secret.png", bad + "out.png");
  fs::create_directory_symlink(folder_.path("outside"), bad + "folder");
  fs::create_directory_symlink("..", bad + "loop");
  fs::create_symlink("self.md", bad + "self.md");
  fs::create_symlink("/dev/zero", bad + "zero.md");
  fs::create_symlink("/proc/self/mem", bad + "memory.md");
  ASSERT_EQ(::mkfifo((bad + "pipe.md").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((bad + "pipe.png").c_str(), 0600), 0);
  for (const char* name : {"latin\xe9.md", "\xff\xfe.md", "line\nend.md", "bell\x07.md", "\xed\xa0\x80.md"}) {
    add(std::string("bad/") + name, "# Name\n");
  }
  add("bad/ -rf $(x) '\" &amp; <b>.md", "# Odd, but printable\n\nwords\n");
  run();
  EXPECT_EQ(code_, kExitErrors);
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood + 2)) << said_;
  EXPECT_EQ(found("symlink", "bad/"), 7);
  EXPECT_EQ(found("file-type", "bad/pipe"), 2);
  EXPECT_EQ(found("file-name", "bad/"), 5);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(options_.output)) {
    EXPECT_EQ(entry.path().string().find("secret"), std::string::npos) << entry.path();
    EXPECT_NE(entry.path().filename(), "out.png");
  }
}

// A pull request with links where the settings are: nothing of what they lead to is in the index or the log.
TEST_F(HostileSourceTest, SettingsThatLeadOutOfTheSource) {
  constexpr char kSecret[] = "token-that-nobody-may-see";
  ASSERT_EQ(::setenv("SIGNPOST_TEST_SECRET", kSecret, 1), 0);
  for (const char* name : {"secret", "en.txt", "logo.svg"})
    folder_.write(std::string("outside/") + name, "<svg>" + std::string(kSecret) + "</svg>\n");
  add("site.yaml", "title: Help\nlogo: logo.svg\nlanguages: [en, ko]\n");
  add("synonyms/x", "");
  const std::string source = folder_.path("source/");
  fs::create_symlink("/proc/self/environ", source + "logo.svg");
  fs::create_symlink("../../outside/secret", source + "synonyms/en.txt");
  fs::create_symlink("/proc/self/environ", source + "synonyms/ko.txt");
  fs::create_symlink("../outside/secret", source + "queries.yaml");
  fs::create_symlink("../outside/secret", source + "redirects");
  fs::create_symlink("../outside", source + "brand");
  add("bad/a.md", "# Files\n\n![a](../brand/logo.svg) [b](../logo.svg) [c](../synonyms/ko.txt)\n");
  run();
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood + 1)) << said_;
  EXPECT_EQ(said_.find(kSecret), std::string::npos);
  add("site.yaml", "title: Help\nlogo: brand/logo.svg\n");
  run();
  EXPECT_NE(said_.find("site.yaml:2: warning: the logo brand/logo.svg "), std::string::npos) << said_;
  EXPECT_EQ(said_.find(kSecret), std::string::npos);
  int files = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(options_.output)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string name = fs::relative(entry.path(), folder_.path()).string();
    EXPECT_EQ(folder_.read(name).find(kSecret), std::string::npos) << name;
  }
  EXPECT_GT(files, 10);
}

TEST_F(HostileSourceTest, AFolderOfAHundredThousandFiles) {
  constexpr int kFiles = kSanitizedBuild ? 10'000 : 100'000;
  const std::string last = "f" + std::to_string(kFiles - 1);
  add("many/article.md", "# Among many\n\n![x](" + last + ")\n");
  const int many = ::open(folder_.path("source/many").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; i < kFiles; ++i) {
    const int fd = ::openat(many, ("f" + std::to_string(i)).c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    ASSERT_GE(fd, 0);
    ::close(fd);
  }
  ::close(many);
  run();
  EXPECT_EQ(code_, kExitClean) << said_;
  EXPECT_EQ(published(), static_cast<uint64_t>(kGood + 1));
  EXPECT_TRUE(fs::exists(*current_generation(options_.output) + "/files/many/" + last));
}

}  // namespace
}  // namespace signpost
