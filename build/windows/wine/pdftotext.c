/* Hands its arguments, names of files, to the pdftotext of the system that wine runs on, so that stories read reports under
   wine too. wine starts such a program but does not wait for it: a file tells that it has ended. For tests only. */
#include <stdio.h>
#include <windows.h>

int main(int count, char **arguments) {
	char line[8192] = "/bin/sh -c \"pdftotext \\\"$@\\\"; echo $? > pdftotext.tmp && mv pdftotext.tmp pdftotext.done\" pdftotext";
	for (int i = 1; i < count; i++) {
		strcat(line, " ");
		strcat(line, arguments[i]);
	}
	DeleteFileA("pdftotext.done");
	STARTUPINFOA start = {sizeof start};
	PROCESS_INFORMATION started;
	if (!CreateProcessA("Z:\\bin\\sh", line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &started)) return 99;
	for (int tries = 0; tries < 6000; tries++) {
		FILE *done = fopen("pdftotext.done", "r");
		if (done) {
			int status = 98;
			if (fscanf(done, "%d", &status) != 1) status = 98;
			fclose(done);
			DeleteFileA("pdftotext.done");
			return status;
		}
		Sleep(10);
	}
	return 97;
}
