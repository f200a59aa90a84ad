// damage_test.cc - a generation that was damaged at random is refused, what was served before stays, and
// /readyz tells.
#include <gtest/gtest.h>

#include "index/generation.h"
#include "tests/faults/help_source.h"
#include "tests/faults/program.h"

namespace signpost::testing {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 20260103;

void index_source(const std::string& source, const std::string& index) {
  Program run("signpost-index", {"--source", source, "--output", index});
  ASSERT_EQ(run.wait(), 0) << run.output();
}

// Flips a bit, cuts off the end, or takes the whole file away. Returns what it did.
std::string damage_file(const fs::path& path, std::mt19937& random) {
  const uintmax_t size = fs::file_size(path);
  const std::string name = path.filename().string();
  const unsigned way = size == 0 ? 2 : random() % 3;
  // What lies in two generations must be damaged in one only.
  const fs::path copy = path.string() + ".copy";
  fs::copy_file(path, copy);
  fs::rename(copy, path);
  if (way == 2) {
    fs::remove(path);
    return "removed " + name;
  }
  const uintmax_t at = random() % size;
  if (way == 1) {
    fs::resize_file(path, at);
    return "cut " + name + " at " + std::to_string(at);
  }
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ (1 << random() % 8));
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
  return "changed byte " + std::to_string(at) + " of " + name;
}

std::vector<fs::path> files_of(const std::string& dir) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Publishes as our own tools do, but without looking at what it is.
void publish_unseen(const std::string& index, const std::string& generation_dir) {
  const fs::path name = fs::path(generation_dir).filename();
  fs::rename(generation_dir, index + "/generations/" + name.string());
  std::ofstream(index + "/current.new") << name.string() << "\n";
  fs::rename(index + "/current.new", index + "/current");
}

TEST(DamageTest, ADamagedGenerationIsRefusedAndThePreviousOneServed) {
  const TemporaryFolder folder;
  HelpSource source(folder);
  const std::string index = folder.path("index");
  const std::string other = folder.path("other");
  std::mt19937 random(kSeed);
  index_source(source.path(), index);
  const std::string served = fs::path(*current_generation(index)).filename().string();
  Service service(index);
  ASSERT_TRUE(service.becomes_ready());
  source.edit(random);
  for (int round = 0; round < fault_rounds(); ++round) {
    fs::remove_all(other);
    index_source(source.path(), other);
    const std::string name = "00" + std::to_string(1000 + round) + "-20260101T000000Z";
    const std::string bad = other + "/generations/" + name;
    fs::rename(*current_generation(other), bad);
    const std::vector<fs::path> files = files_of(bad);
    SCOPED_TRACE(damage_file(files[random() % files.size()], random));
    publish_unseen(index, bad);
    Answer ready;
    eventually([&] {
      ready = fetch(service.port(), "/readyz");
      return ready.body.find(name) != std::string::npos;
    });
    EXPECT_EQ(ready.status, 200) << ready.body;
    EXPECT_NE(ready.body.find("\"generation\":\"" + served + "\""), std::string::npos) << ready.body;
    EXPECT_NE(ready.body.find("\"refused\":\"" + name + "\""), std::string::npos) << ready.body;
    EXPECT_EQ(fetch(service.port(), "/api/v1/search?q=edition").status, 200);
    EXPECT_TRUE(eventually(
        [&] { return service.program().output().find("generation refused") != std::string::npos; }));
    if (round % 5 != 0) continue;
    Service newcomer(index);
    EXPECT_TRUE(newcomer.becomes_ready()) << newcomer.program().output();
    EXPECT_NE(fetch(newcomer.port(), "/readyz").body.find("\"generation\":\"" + served + "\""),
              std::string::npos);
  }
  fs::remove_all(other);
  index_source(source.path(), other);
  // Two indexes made in one second give their generations the same name.
  const std::string whole = other + "/generations/009999-20260101T000000Z";
  fs::rename(*current_generation(other), whole);
  publish_unseen(index, whole);
  EXPECT_TRUE(eventually([&] {
    const Answer ready = fetch(service.port(), "/readyz");
    return ready.status == 200 && ready.body.find("refused") == std::string::npos;
  }));
}

// A mapped file that is cut off ends its process at the next look (SIGBUS).
TEST(DamageTest, CuttingOffWhatIsServedEndsNobody) {
  const TemporaryFolder folder;
  HelpSource source(folder);
  const std::string index = folder.path("index");
  index_source(source.path(), index);
  Service service(index);
  ASSERT_TRUE(service.becomes_ready());
  const std::vector<std::string> targets = {"/api/v1/search?q=edition", "/search?q=editoin", "/en/",
                                            "/api/v1/suggest?q=ed", "/readyz"};
  for (const std::string& target : targets) ASSERT_EQ(fetch(service.port(), target).status, 200) << target;
  for (const fs::path& path : files_of(*current_generation(index))) {
    fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
    fs::resize_file(path, 0);
  }
  // What must be read from the disk may be gone; the answer says so, and the process goes on.
  for (int round = 0; round < 3; ++round) {
    for (const std::string& target : targets) {
      EXPECT_GE(fetch(service.port(), target + (round == 0 ? "" : "&n=" + std::to_string(round))).status, 200)
          << target << service.program().output();
    }
  }
  EXPECT_TRUE(service.program().is_running()) << service.program().output();
  EXPECT_EQ(fetch(service.port(), "/healthz").status, 200);
}

}  // namespace
}  // namespace signpost::testing
